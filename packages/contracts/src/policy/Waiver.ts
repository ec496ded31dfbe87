/**
 * An owner's consent to one finding for a time. The finding stays visible and
 * no longer makes a verdict incompatible.
 *
 * @public
 */
export interface Waiver {
  id: string;
  ruleId: string;
  /** Name of the port; any unless said. */
  port?: string;
  /** JSON Pointer of the finding; any unless said. */
  pointer?: string;
  /** Entity ref of the consumer that consents; any unless said. */
  consumer?: string;
  /** Last day on which it holds, as `YYYY-MM-DD` or an ISO 8601 time. */
  until: string;
  reason: string;
  approvedBy?: string;
}
