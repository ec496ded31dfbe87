import { parseVersionRef, VersionRef } from '@understudy/plugin-ml-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { VersionLink } from './VersionLink';

/** Which version a gate found something of, where it looked at several. */
export function EvidenceVersion(props: { versionRef: string }) {
  const parsed = readRef(props.versionRef);
  return parsed?.version === undefined ? (
    <>{props.versionRef}</>
  ) : (
    <VersionLink model={stringifyEntityRef(parsed)} version={parsed.version} />
  );
}

/** Undefined for labels of registries that no reference can hold. */
function readRef(text: string): VersionRef | undefined {
  try {
    return parseVersionRef(text);
  } catch {
    return undefined;
  }
}
