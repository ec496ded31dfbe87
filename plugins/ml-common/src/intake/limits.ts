/**
 * Bounds of the intake: what is over them is refused, never cut silently.
 *
 * @public
 */
export const intakeLimits = {
  /** Lines of one bulk decision. */
  decisions: 500,
  /** Rows of one uploaded file. */
  csvRows: 5000,
  /** Bytes of one uploaded file. */
  csvBytes: 1_000_000,
  /** Characters of a reason. */
  reason: 2000,
  /** Records of one YAML draft. */
  drafts: 100,
} as const;
