/** How much one addition may bring. Over it the request is refused. */
export const additionLimits = {
  evaluations: 50,
  /** Of one evaluation, its slices included. */
  metrics: 5000,
  slices: 1000,
  /** Values that tell the rows of a slice. */
  sliceKeys: 10,
  artifacts: 500,
  /** Characters of a file that signs others. */
  content: 200_000,
  baselines: 500,
  bins: 1000,
  data: 200,
  links: 20,
  labels: 100,
  name: 250,
  labelValue: 1000,
  rationale: 5000,
  packages: 20_000,
  card: 100_000,
} as const;

/** How much is kept of one version. Over it an addition is refused. */
export const keptLimits = {
  evaluations: 2000,
  artifacts: 2000,
  /** Contents of files that sign others: all are verified at each read. */
  signatures: 10,
  baselines: 2000,
  provenance: 500,
  cards: 500,
  labels: 2000,
  riskTiers: 500,
} as const;

/** How much one answer holds. What is over is named in `truncated`. */
export const answerLimits = {
  evaluations: 200,
  /** Of all evaluations together. */
  metrics: 20_000,
  artifacts: 1000,
  baselines: 500,
  provenance: 50,
  cards: 10,
  labels: 500,
} as const;

/** An evaluation from the future would never grow old. */
export const CLOCK_SKEW_MS = 5 * 60_000;
