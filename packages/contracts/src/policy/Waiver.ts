/**
 * An owner's consent to one finding for a time. The finding stays visible and
 * no longer makes a verdict incompatible.
 *
 * @public
 */
export interface Waiver {
  id: string;
  ruleId: string;
  /** Name of the port, empty for what is not about a port; any unless said. */
  port?: string;
  /** The field, as in {@link Finding.path}, empty for what is not about a field; any unless said. */
  path?: string;
  /**
   * JSON Pointer of the finding; any unless said. Pointers count fields, and
   * mean another one when fields change their order: prefer `path`, with which
   * the pointer does not count.
   */
  pointer?: string;
  /**
   * Entity ref of the consumer that consents. Findings against earlier versions
   * have no consumer: only a waiver without one fits them, and it fits the same
   * finding for each consumer.
   */
  consumer?: string;
  /**
   * Last day on which it holds, as `YYYY-MM-DD` or an ISO 8601 time, at most 90
   * days after the day of the judgement. What is no such day holds never.
   */
  until: string;
  reason: string;
  /** Entity ref of the owner who consents; whoever keeps waivers has to ask for it. */
  approvedBy?: string;
}
