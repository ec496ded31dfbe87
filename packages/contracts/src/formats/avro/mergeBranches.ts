import { Json } from '../../fields/json';
import { FormatWalk } from '../FormatWalk';
import { AvroNames } from './AvroNames';

/** A branch of a union as it is written, and the place that it was written from. */
interface WrittenBranch {
  at: string;
  schema: Json;
}

/** One union of all branches, those of unions inside too; Avro has each type once. */
export function mergeBranches(
  written: readonly WrittenBranch[],
  names: AvroNames,
  walk: FormatWalk,
): Json {
  const branches = new Map<string, Json>();
  for (const { at, schema } of written) {
    for (const one of Array.isArray(schema) ? schema : [schema]) {
      const label = names.labelOf(one);
      if (branches.has(label)) {
        walk.note(
          at,
          'BRANCH_NOT_HELD',
          `A union of Avro has each type once, and this one has ${label} before: the branch is left out.`,
        );
      } else {
        branches.set(label, one);
      }
    }
  }
  const all = [...branches.values()];
  return all.length === 1 ? all[0] : all;
}
