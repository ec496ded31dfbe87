import { firstPage } from './cursorTrail';

/** The order of a list: by what, and which way. */
export interface ListSort<TField extends string> {
  by: TField;
  direction: 'asc' | 'desc';
}

const PARAM = 'sort';

/** The order that the address asks for; that of the first field if none. */
export function readSort<TField extends string>(
  params: URLSearchParams,
  fields: readonly [TField, ...TField[]],
): ListSort<TField> {
  const asked = params.get(PARAM) ?? '';
  const by = fields.find(field => field === asked.replace(/^-/, ''));
  return {
    by: by ?? fields[0],
    direction: by && asked.startsWith('-') ? 'desc' : 'asc',
  };
}

/** The order as the backend takes it: a minus in front turns it round. */
export function sortText(sort: ListSort<string>): string {
  return `${sort.direction === 'desc' ? '-' : ''}${sort.by}`;
}

/** The address of the list by a field, or the other way round if it is by that. */
export function toggleSort<TField extends string>(
  params: URLSearchParams,
  fields: readonly [TField, ...TField[]],
  by: TField,
): URLSearchParams {
  const before = readSort(params, fields);
  const result = firstPage(params);
  result.set(
    PARAM,
    sortText({
      by,
      direction:
        before.by === by && before.direction === 'asc' ? 'desc' : 'asc',
    }),
  );
  return result;
}
