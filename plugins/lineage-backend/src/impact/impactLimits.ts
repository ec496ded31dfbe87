/** What is bounded about impact. */
export const impactLimits = {
  items: { default: 200, most: 20_000 },
  /** Rows of a file, which is never in memory as a whole. */
  rows: 100_000,
  messageLength: 1000,
  /** Told at once. */
  owners: 200,
} as const;
