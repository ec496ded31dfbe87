import { Finding } from '../findings/Finding';
import { Waiver } from './Waiver';

/**
 * Whether a waiver is about a finding, whatever the day. Use it to tell the
 * waivers that are about nothing, which are mostly mistyped.
 *
 * @public
 */
export function fitsWaiver(finding: Finding, waiver: Waiver): boolean {
  const { ruleId, port, path, pointer, consumer } = waiver;
  return (
    ruleId === finding.ruleId &&
    (port === undefined || port === finding.port) &&
    (consumer === undefined || consumer === finding.consumer) &&
    (path === undefined
      ? pointer === undefined || pointer === finding.pointer
      : path === finding.path)
  );
}
