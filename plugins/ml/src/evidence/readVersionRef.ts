import { parseVersionRef, VersionRef } from '@understudy/plugin-ml-common';

// Only what is written in full. Names such as `s3://raw/x` are not refs.
const FULL_REF = /^[a-z]+:[\w-]+\/[\w.-]+(@[\w.:+-]+)?$/i;

/** A version ref with kind and namespace, or undefined for any other name. */
export function readVersionRef(text: string): VersionRef | undefined {
  if (!FULL_REF.test(text)) {
    return undefined;
  }
  try {
    return parseVersionRef(text);
  } catch {
    return undefined; // evidence may name data in any way it likes
  }
}
