import { VersionProvenance } from '@understudy/plugin-ml-common';

/** The parts that a statement about the origin of a version may have. */
export const provenanceParts = [
  'run',
  'code',
  'data',
  'environment',
  'trainedBy',
  'links',
] as const;

/** What counts of the statements: of each part the newest that says anything. */
export function currentProvenance(
  statements: VersionProvenance[],
): Pick<VersionProvenance, (typeof provenanceParts)[number]> {
  const newestFirst = [...statements].sort((a, b) =>
    b.addedAt.localeCompare(a.addedAt),
  );
  return Object.assign(
    {},
    ...provenanceParts.map(part => ({
      [part]: newestFirst.find(each => each[part] !== undefined)?.[part],
    })),
  );
}

/** Whether any part of a statement was replaced by a later one. */
export function hasReplaced(statements: VersionProvenance[]): boolean {
  return provenanceParts.some(
    part => statements.filter(each => each[part] !== undefined).length > 1,
  );
}
