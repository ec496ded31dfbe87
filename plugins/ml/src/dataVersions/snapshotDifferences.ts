import { ModelVersion } from '@understudy/plugin-ml-common';

/** A fact of the data that is not the same in two versions. */
export interface SnapshotDifference {
  fact: 'rows' | 'bytes' | 'asOf' | 'place';
  before?: string | number;
  after?: string | number;
}

type Snapshot = Pick<ModelVersion, 'artifactUri' | 'snapshot'>;

/** Which facts of the data are not the same. */
export function snapshotDifferences(
  before: Snapshot,
  after: Snapshot,
): SnapshotDifference[] {
  const all: SnapshotDifference[] = [
    ...(['rows', 'bytes', 'asOf'] as const).map(fact => ({
      fact,
      before: before.snapshot?.[fact],
      after: after.snapshot?.[fact],
    })),
    { fact: 'place', before: before.artifactUri, after: after.artifactUri },
  ];
  return all.filter(each => each.before !== each.after);
}
