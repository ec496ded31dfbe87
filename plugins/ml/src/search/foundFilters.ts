import { FoundVersionQuery } from '../api/registryTypes';
import { currentCursor, firstPage } from '../pieces/cursorTrail';

/** The kinds that have versions; the first one unless asked. */
export const versionKinds = ['Model', 'FeatureView', 'Dataset'] as const;

/** One of the kinds that have versions, as the backend calls them. */
export type VersionKind = (typeof versionKinds)[number];

/** The filters that take several values. */
export const listFilters = ['owner', 'metric', 'tag'] as const;

/** The filters that take one value. */
export const singleFilters = [
  'text',
  'stage',
  'alias',
  'source',
  'contract',
  'createdBy',
  'createdAfter',
  'createdBefore',
  'includeDeleted',
] as const;

/** One of the filters, in the words of the address. */
export type FoundFilter =
  (typeof listFilters)[number] | (typeof singleFilters)[number];

/**
 * What the address asks for; `kind` is that of the page, where it is about one.
 * Days begin at midnight where the reader is.
 */
export function readFoundQuery(
  params: URLSearchParams,
  kind?: VersionKind,
): FoundVersionQuery {
  const value = (name: FoundFilter) => params.get(name) || undefined;
  return {
    kind: kind ?? readKind(params),
    text: value('text'),
    owner: params.getAll('owner'),
    stage: value('stage'),
    alias: value('alias'),
    source: value('source'),
    contract: value('contract'),
    createdBy: value('createdBy'),
    metric: params.getAll('metric'),
    tag: params.getAll('tag'),
    createdAfter: dayBegin(value('createdAfter')),
    createdBefore: dayBegin(value('createdBefore')),
    includeDeleted: value('includeDeleted') === 'true' || undefined,
    cursor: currentCursor(params),
  };
}

/** Versions of what the address asks for. */
export function readKind(params: URLSearchParams): VersionKind {
  const asked = params.get('kind');
  return versionKinds.find(kind => kind === asked) ?? versionKinds[0];
}

/** What only versions of models have. */
const modelFilters: readonly FoundFilter[] = [
  'stage',
  'alias',
  'source',
  'metric',
];

/** The address about another kind, without filters that say nothing of it. */
export function withKind(
  params: URLSearchParams,
  kind: VersionKind,
): URLSearchParams {
  const result = firstPage(params);
  result.set('kind', kind);
  if (kind !== 'Model') {
    modelFilters.forEach(filter => result.delete(filter));
  }
  return result;
}

/** Every filter of the address with its value, in the order of the rail. */
export function activeFilters(
  params: URLSearchParams,
): { filter: FoundFilter; value: string }[] {
  return [...singleFilters, ...listFilters].flatMap(filter =>
    params
      .getAll(filter)
      .filter(Boolean)
      .map(value => ({ filter, value })),
  );
}

/** The address with one value of a filter more. */
export function addFilter(
  params: URLSearchParams,
  filter: FoundFilter,
  value: string,
): URLSearchParams {
  const result = removeFilter(params, filter, value);
  result.append(filter, value);
  return result;
}

/** The address with one value of a filter less. */
export function removeFilter(
  params: URLSearchParams,
  filter: FoundFilter,
  value: string,
): URLSearchParams {
  const result = firstPage(params);
  const others = result.getAll(filter).filter(other => other !== value);
  result.delete(filter);
  others.forEach(other => result.append(filter, other));
  return result;
}

/** The address without filters; versions of what stays. */
export function clearFoundFilters(params: URLSearchParams): URLSearchParams {
  const result = firstPage(params);
  [...singleFilters, ...listFilters].forEach(filter => result.delete(filter));
  return result;
}

function dayBegin(day: string | undefined): string | undefined {
  const date = day ? new Date(`${day}T00:00:00`) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}
