import { DataField } from '@understudy/plugin-ml-common';
import { currentCursor, firstPage } from '../pieces/cursorTrail';
import { ListSort, readSort } from '../pieces/listSort';

/** What fields can be narrowed down to, besides words and classification. */
export const fieldMarks = [
  'personal',
  'notLookedAt',
  'deprecated',
  'unused',
] as const;

/** One of {@link fieldMarks}. */
export type FieldMark = (typeof fieldMarks)[number];

/** What fields can be put in order by. As they are written, unless asked. */
export const fieldSorts = [
  'written',
  'name',
  'type',
  'classification',
  'usedBy',
] as const;

/** One of {@link fieldSorts}. */
export type FieldSort = (typeof fieldSorts)[number];

const compareTexts = (a: string | undefined, b: string | undefined) =>
  (a ?? '').localeCompare(b ?? '');

const comparisons: Record<
  FieldSort,
  (a: DataField, b: DataField, usersOf?: (field: string) => number) => number
> = {
  written: () => 0,
  name: (a, b) => compareTexts(a.name, b.name),
  type: (a, b) => compareTexts(a.type, b.type),
  classification: (a, b) => compareTexts(a.classification, b.classification),
  usedBy: (a, b, usersOf = () => 0) => usersOf(a.name) - usersOf(b.name),
};

/** What the address asks for. */
export interface FieldQuery {
  /** Words that a field must all hold. */
  text: string;
  classification?: string;
  mark?: FieldMark;
  sort: ListSort<FieldSort>;
  /** The position of the first field of the page. */
  from: number;
}

export function readFieldQuery(params: URLSearchParams): FieldQuery {
  const from = Number(currentCursor(params) ?? 0);
  return {
    text: params.get('text') ?? '',
    classification: params.get('classification') ?? undefined,
    mark: fieldMarks.find(mark => mark === params.get('mark')),
    sort: readSort(params, fieldSorts),
    from: Number.isInteger(from) && from > 0 ? from : 0,
  };
}

/** The address without what narrows the list; the order stays. */
export function clearFieldFilters(params: URLSearchParams): URLSearchParams {
  const result = firstPage(params);
  ['text', 'classification', 'mark'].forEach(name => result.delete(name));
  return result;
}

/**
 * The fields that fit, in order. `usersOf` gives the number of models that read
 * a field; leave it out where that is not known.
 */
export function selectFields(
  fields: DataField[],
  query: FieldQuery,
  usersOf?: (field: string) => number,
): DataField[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = fields.filter(
    field =>
      words.every(word => searchText(field).includes(word)) &&
      (!query.classification ||
        field.classification === query.classification) &&
      hasMark(field, query.mark, usersOf),
  );
  const compare = comparisons[query.sort.by];
  const sign = query.sort.direction === 'asc' ? 1 : -1;
  return found.sort((a, b) => sign * compare(a, b, usersOf));
}

function searchText({ name, description = '', tags = [] }: DataField): string {
  return [name, description, ...tags].join('\n').toLowerCase();
}

function hasMark(
  field: DataField,
  mark: FieldMark | undefined,
  usersOf?: (field: string) => number,
): boolean {
  switch (mark) {
    case 'personal':
      return (field.personalData?.length ?? 0) > 0;
    case 'notLookedAt':
      return field.personalData === undefined;
    case 'deprecated':
      return field.deprecated !== undefined;
    case 'unused':
      return usersOf?.(field.name) === 0;
    default:
      return true;
  }
}
