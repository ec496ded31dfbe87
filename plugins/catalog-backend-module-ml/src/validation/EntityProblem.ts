/** One way in which an entity is wrong. */
export interface EntityProblem {
  /** Where, such as `spec.uses[0].riskTier`. */
  path: string;
  /** The value found and what is allowed, for people. */
  message: string;
}
