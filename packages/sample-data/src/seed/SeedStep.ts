/** One promotion of the history that the sample organisation starts with. */
export interface SeedStep {
  /** Entity ref of the model. */
  model: string;
  /** Label of the version. */
  version: string;
  /** `*` or `key=value`. */
  segment: string;
  /** The role that asks. */
  requester: string;
  reason: string;
  /** The role that approves; without one the promotion is left where it stops. */
  approver?: string;
}
