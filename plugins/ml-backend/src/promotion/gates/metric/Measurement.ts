/** One measurement a gate may look at, as it was when it was looked at. */
export interface Measurement {
  name: string;
  rawName: string;
  value: number;
  dataset?: string;
  datasetDigest?: string;
  split?: string;
  observedAt?: string;
  /** Number of rows it was computed from, where an evaluation says so. */
  n?: number;
  /** Confidence interval, lower and upper end. */
  ci?: [number, number];
  /** What the rows have in common; absent for the whole dataset. */
  slice?: Record<string, string>;
}

/** The version that another one is compared with, as it was found. */
export interface GateReference {
  /** Such as `model:default/x@41`; absent where there is none. */
  versionRef?: string;
  measurements: Measurement[];
  /** Why nobody can tell which version it is. */
  doubt?: string;
}
