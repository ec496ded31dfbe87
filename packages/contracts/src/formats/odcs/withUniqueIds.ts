import { Field } from '../../fields/Field';
import { FormatWalk } from '../FormatWalk';
import { quote } from '../importing/values';

/** Ids tell fields apart, so the second of two is no id. */
export function withUniqueIds(
  fields: Field[],
  pointer: string,
  walk: FormatWalk,
): Field[] {
  const seen = new Set<string>();
  return fields.map(field => {
    const { id, ...rest } = field;
    if (id === undefined || !seen.has(id)) {
      seen.add(id ?? '');
      return field;
    }
    walk.note(
      pointer,
      'DUPLICATE_ID',
      `The id ${quote(id)} is given to two properties, and is the id of the first.`,
    );
    return rest;
  });
}
