/** Bounds of what is asked for and answered. */
export const schemaLimits = {
  /** Entities of one page, and entities that are asked for by name. */
  page: { most: 200, default: 100 },
  entities: 50,
  /** Datasets of one entity, of which so many are looked at. */
  datasets: 20,
  examined: 200,
  /** Characters of all facets of an answer; a single one is let pass. */
  characters: 4 * 1024 * 1024,
  cursorLength: 128,
  refLength: 256,
} as const;
