import { LineageUnmappedSort } from '../api/types';

/** So many rows a page may have; the first unless the reader wants more. */
export const PAGE_SIZES = [25, 50, 100] as const;

/** What can be put in order by; the first unless the reader says otherwise. */
export const SORTS: readonly LineageUnmappedSort[] = [
  'lastSeen',
  'name',
  'connections',
];

/** Enough to go back a long way without an address that nobody can share. */
const LONGEST_TRAIL = 20;

/** Which part of the list is shown; all of it is in the address. */
export interface UnmappedView {
  kind?: 'dataset' | 'job';
  environment?: string;
  text: string;
  sort: LineageUnmappedSort;
  limit: number;
  /** Of the page on show; undefined on the first. */
  cursor?: string;
  /** How many rows come before it. */
  before: number;
}

/** Reads the address. What it cannot make sense of is as if it were not there. */
export function readUnmappedView(params: URLSearchParams): UnmappedView {
  const kind = params.get('kind');
  const sort = params.get('sort');
  const limit = Number(params.get('limit'));
  const before = Number(params.get('before'));
  return {
    kind: kind === 'dataset' || kind === 'job' ? kind : undefined,
    environment: params.get('environment') || undefined,
    text: params.get('text') ?? '',
    sort: SORTS.find(known => known === sort) ?? SORTS[0],
    limit: PAGE_SIZES.find(size => size === limit) ?? PAGE_SIZES[0],
    cursor: params.getAll('after').at(-1),
    before: Number.isInteger(before) && before > 0 ? before : 0,
  };
}

/** The address after another choice, which begins at the first page. */
export function withChoice(
  params: URLSearchParams,
  choice: Partial<
    Pick<UnmappedView, 'kind' | 'environment' | 'text' | 'sort'>
  > & {
    limit?: number;
  },
): URLSearchParams {
  const view = { ...readUnmappedView(params), ...choice };
  const next = withTrail(params, [], 0);
  const set = (name: string, value: string | undefined) =>
    value ? next.set(name, value) : next.delete(name);
  set('kind', view.kind);
  set('environment', view.environment);
  set('text', view.text);
  set('sort', view.sort === SORTS[0] ? undefined : view.sort);
  set('limit', view.limit === PAGE_SIZES[0] ? undefined : String(view.limit));
  return next;
}

/** The address of the next page; the way here is kept, to be able to go back. */
export function nextPage(
  params: URLSearchParams,
  nextCursor: string,
  shown: number,
): URLSearchParams {
  const { before } = readUnmappedView(params);
  const trail = [...params.getAll('after'), nextCursor];
  return withTrail(params, trail.slice(-LONGEST_TRAIL), before + shown);
}

/** The address of the page before. */
export function previousPage(params: URLSearchParams): URLSearchParams {
  const { before, limit } = readUnmappedView(params);
  const trail = params.getAll('after').slice(0, -1);
  return withTrail(
    params,
    trail,
    trail.length === 0 ? 0 : Math.max(0, before - limit),
  );
}

function withTrail(
  params: URLSearchParams,
  trail: readonly string[],
  before: number,
): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('after');
  next.delete('before');
  trail.forEach(cursor => next.append('after', cursor));
  if (before > 0) {
    next.set('before', String(before));
  }
  return next;
}
