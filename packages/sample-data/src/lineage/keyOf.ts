import type { DatasetName } from './SampleJob';

/** The name of a dataset or job as one text, to be the key of a map. */
export function keyOf({ namespace, name }: DatasetName): string {
  return `${namespace}/${name}`;
}
