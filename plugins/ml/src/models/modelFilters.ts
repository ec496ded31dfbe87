import { ModelQuery } from '../api/types';
import { currentCursor, firstPage } from '../pieces/cursorTrail';
import { readSort, sortText } from '../pieces/listSort';

/** The filters with a fixed set of values. */
export const modelFilterFields = [
  'owner',
  'type',
  'tier',
  'lifecycle',
  'stage',
] as const;

/** The columns that the list can be put in order by; the first unless asked. */
export const modelSortFields = ['title', 'owner', 'type'] as const;

/** One of {@link modelFilterFields}. */
export type ModelFilterField = (typeof modelFilterFields)[number];

/** Whose models: `mine`, `all`, or undefined while the reader has not said. */
export function readScope(params: URLSearchParams): 'mine' | 'all' | undefined {
  const scope = params.get('show');
  return scope === 'mine' || scope === 'all' ? scope : undefined;
}

/** What the address asks for, without whose models. */
export function readModelQuery(params: URLSearchParams): ModelQuery {
  const value = (field: string) => params.get(field) ?? undefined;
  return {
    text: value('text'),
    owner: params.getAll('owner'),
    type: value('type'),
    tier: value('tier'),
    lifecycle: value('lifecycle'),
    stage: value('stage'),
    sort: sortText(readSort(params, modelSortFields)),
    cursor: currentCursor(params),
  };
}

/** Whether anything narrows the list besides whose models. */
export function hasModelFilters(params: URLSearchParams): boolean {
  return (
    !!params.get('text') || modelFilterFields.some(field => params.has(field))
  );
}

/**
 * The address with one value of a filter switched on or off. Owners add up;
 * of the others one value at a time makes sense to the backend.
 */
export function toggleFilter(
  params: URLSearchParams,
  field: ModelFilterField,
  value: string,
): URLSearchParams {
  const result = firstPage(params);
  const values = result.getAll(field);
  result.delete(field);
  const others = values.filter(other => other !== value);
  const kept = field === 'owner' ? others : [];
  const added = values.includes(value) ? [] : [value];
  [...kept, ...added].forEach(each => result.append(field, each));
  return result;
}

/** The address with a filter of one value set, or left out when empty. */
export function setFilter(
  params: URLSearchParams,
  field: string,
  value: string | undefined,
): URLSearchParams {
  const result = firstPage(params);
  if (value) {
    result.set(field, value);
  } else {
    result.delete(field);
  }
  return result;
}

/** The address without any filter; whose models stays. */
export function clearFilters(params: URLSearchParams): URLSearchParams {
  const result = firstPage(params);
  ['text', ...modelFilterFields].forEach(field => result.delete(field));
  return result;
}
