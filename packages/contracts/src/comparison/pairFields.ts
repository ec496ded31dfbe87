import { canonicalJson } from '../canonical/canonicalJson';
import { Field } from '../fields/Field';
import { FieldMatch, matchFields } from '../reading/matchFields';
import { comparableName, nameSimilarity } from './similarNames';

/** Pairs of names that are compared letter by letter before renames are no longer looked for. */
const maxComparisons = 40_000;

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
  const comparable = (field: Field) => ({
    type: canonicalJson(field.type),
    name: comparableName(String(field.name)),
  });
  const gone = removed.map(index => ({ index, ...comparable(before[index]) }));
  const candidates = added.flatMap(next => {
    const { type, name } = comparable(after[next]);
    return gone
      .filter(field => field.type === type)
      .map(field => ({
        old: field.index,
        new: next,
        similarity: nameSimilarity(field.name, name),
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
