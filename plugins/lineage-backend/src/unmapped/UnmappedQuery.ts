/** Orders of the list. */
export const unmappedSorts = ['lastSeen', 'name', 'connections'] as const;

/** See {@link unmappedSorts}. */
export type UnmappedSort = (typeof unmappedSorts)[number];

/** The last item of the page before. */
export interface UnmappedPlace {
  /** What the list is ordered by; empty for names. */
  value: string;
  id: number;
}

/** What to list of what belongs to no entity. */
export interface UnmappedQuery {
  kind?: 'dataset' | 'job';
  /** Name of one environment; all when missing. */
  environment?: string;
  /** Part of the namespace or name, whatever the case of A to Z. */
  text?: string;
  sort: UnmappedSort;
  limit: number;
  after?: UnmappedPlace;
}
