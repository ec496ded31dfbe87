/** What is bounded about the list of what belongs to no entity. */
export const unmappedLimits = {
  page: { default: 25, most: 100 },
  textLength: 200,
  cursorLength: 300,
  /**
   * Nodes that are looked at for one list, those that are known for the
   * shortest time. An index by the time of the latest event would change with
   * every event, and make taking them in much slower.
   */
  examined: 50_000,
  /** The same, where a text is looked for, which few have. */
  searched: 200_000,
  /** The same, where the connections of each are counted. */
  compared: 10_000,
  /** Connections that are counted on each side of a node. */
  connections: 1000,
  total: 10_000,
  drafted: 50,
} as const;
