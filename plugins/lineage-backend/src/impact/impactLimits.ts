/** What is bounded about impact. */
export const impactLimits = {
  items: { default: 200, most: 20_000 },
  messageLength: 1000,
  /** Told at once. */
  owners: 200,
} as const;
