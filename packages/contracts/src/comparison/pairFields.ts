import { canonicalJson } from '../canonical/canonicalJson';
import { Field } from '../fields/Field';
import { FieldMatch, matchFields } from '../reading/matchFields';
import { nameSimilarity } from './similarNames';

/** Pairs of names that are compared letter by letter before renames are no longer looked for. */
const maxComparisons = 250_000;

/** The fields of two versions of an object, by index. */
export interface FieldPairs {
  kept: { old: number; new: number; by: FieldMatch | 'similar' }[];
  added: number[];
  removed: number[];
}

/** Finds for each field what it was before, by a similar name if all else fails. */
export function pairFields(
  before: readonly Field[],
  after: readonly Field[],
  options: { positional: boolean; similar: boolean },
): FieldPairs {
  const { pairs, unread } = matchFields(after, before, {
    foldsCase: true,
    positional: options.positional,
  });
  const kept: FieldPairs['kept'] = [];
  const added: number[] = [];
  for (const { reader, writer, by } of pairs) {
    if (writer === undefined || by === undefined) {
      added.push(reader);
    } else {
      kept.push({ old: writer, new: reader, by });
    }
  }
  const renamed =
    options.similar && !options.positional
      ? findRenames(before, after, unread, added)
      : [];
  const gone = new Set(renamed.map(pair => pair.old));
  const come = new Set(renamed.map(pair => pair.new));
  return {
    kept: [...kept, ...renamed],
    added: added.filter(index => !come.has(index)),
    removed: unread.filter(index => !gone.has(index)),
  };
}

/** Takes the names that are most alike first. */
function findRenames(
  before: readonly Field[],
  after: readonly Field[],
  removed: readonly number[],
  added: readonly number[],
): FieldPairs['kept'] {
  if (removed.length * added.length > maxComparisons) {
    return [];
  }
  const types = new Map(
    removed.map(index => [index, canonicalJson(before[index].type)]),
  );
  const candidates = added.flatMap(next => {
    const type = canonicalJson(after[next].type);
    return removed
      .filter(index => types.get(index) === type)
      .map(index => ({
        old: index,
        new: next,
        similarity: nameSimilarity(
          String(before[index].name),
          String(after[next].name),
        ),
      }))
      .filter(({ similarity }) => similarity > 0);
  });
  candidates.sort(
    (a, b) => b.similarity - a.similarity || a.old - b.old || a.new - b.new,
  );
  const used = { old: new Set<number>(), new: new Set<number>() };
  return candidates.flatMap(candidate => {
    if (used.old.has(candidate.old) || used.new.has(candidate.new)) {
      return [];
    }
    used.old.add(candidate.old);
    used.new.add(candidate.new);
    return [{ old: candidate.old, new: candidate.new, by: 'similar' as const }];
  });
}
