import { Finding } from '../findings/Finding';
import { fitsWaiver } from './fitsWaiver';
import { Waiver } from './Waiver';
import { waiverEndProblem } from './waiverEndProblem';

/**
 * Whether a waiver holds for a finding on a day. Without a day there is no
 * telling, and an end that is no day or too far away is none: it does not.
 */
export function isWaived(
  finding: Finding,
  waiver: Waiver,
  today: string | undefined,
): boolean {
  const { until } = waiver;
  return (
    fitsWaiver(finding, waiver) &&
    today !== undefined &&
    waiverEndProblem(until, today) === undefined &&
    today.slice(0, Math.min(today.length, until.length)) <= until
  );
}
