/** Most of each that one event may hold; more is refused. */
export const LIMITS = {
  namespace: 1_024,
  name: 4_096,
  facetName: 256,
  runId: 256,
  /** Inputs, and outputs. */
  datasets: 10_000,
  facetsOfOne: 1_000,
  /** Entries of the `lineage` facet, and inputs of one entry. */
  lineageEntries: 10_000,
  /** Columns of one dataset in `columnLineage` or `lineage`. */
  columns: 100_000,
  symlinks: 1_000,
  jobDependencies: 10_000,
} as const;

/** Longer texts that are only shown are cut. */
export const SHOWN = { version: 1_024, error: 2_000, label: 256 } as const;

/** Tags that are kept of a run. */
export const MAX_RUN_TAGS = 50;

/** Most connections between fields that count of one facet. */
export const MAX_FIELD_EDGES = 20_000;

/**
 * Most datasets on one side of a run, over all its events. A run that goes on
 * for months would otherwise grow without end.
 */
export const MAX_RUN_DATASETS = 20_000;

/**
 * Most connections that may follow from the column lineage of a run. Inputs that
 * no column names count for every output, so a small event could make millions.
 */
export const MAX_COLUMN_EDGES = 100_000;
