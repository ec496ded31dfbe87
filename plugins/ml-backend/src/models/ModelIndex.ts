/** What the list of models may be narrowed by. All given parts must fit. */
export interface ModelFilter {
  /** Any of these owners. */
  owners?: string[];
  type?: string;
  lifecycle?: string;
  /** Stage in which some version is assigned now. */
  stage?: string;
  tier?: string;
  /** Every word stands in the name, title or description. */
  text?: string;
}

/** What the list of models may be ordered by. */
export type ModelSortField = 'title' | 'owner' | 'type' | 'lifecycle' | 'tier';

/** The order of a list of models; equals are ordered by their refs. */
export interface ModelSort {
  field: ModelSortField;
  descending: boolean;
}

/** A place in a list of models. */
export interface ModelPosition {
  /** The value that the list is ordered by. */
  value: string;
  ref: string;
}

/** One model, as the index keeps it. */
export interface ModelIndexEntry {
  ref: string;
  title: string;
  owner: string;
  type: string;
  lifecycle: string;
  tier: string;
  /** Lower case text to search in. */
  text: string;
  /** See `normalizeName`: the same for models that may be one. */
  match_name: string;
  /** Changes with the entity. */
  etag: string;
}

/**
 * Selects models by what their entities say, without asking the catalog. It
 * lags behind the catalog and knows no permissions: nothing of it is shown to
 * those who may not see every model.
 */
export interface ModelIndex {
  /** Up to `limit` places, in order. */
  select(options: {
    filter: ModelFilter;
    sort: ModelSort;
    limit: number;
    after?: ModelPosition;
  }): Promise<ModelPosition[]>;

  /** Models with any of some normalized names; at most so many of each. */
  findByMatchNames(
    names: readonly string[],
    limitEach: number,
  ): Promise<Pick<ModelIndexEntry, 'ref' | 'match_name'>[]>;

  count(filter: ModelFilter): Promise<number>;

  /** Those of some models that it has, with their owners; '' for nobody. */
  findOwners(refs: readonly string[]): Promise<Map<string, string>>;

  isEmpty(): Promise<boolean>;

  /** Etags of all entries by ref, to find out what changed. */
  readEtags(): Promise<Map<string, string>>;

  put(entries: readonly ModelIndexEntry[]): Promise<void>;

  remove(refs: readonly string[]): Promise<void>;
}
