import { createFinding } from './createFinding';
import { Finding, FindingSeverity } from './Finding';
import { sortFindings } from './sortFindings';

/** Findings that are given at most, besides the one that says that there are more. */
export const maxFindings = 1000;

const order: readonly FindingSeverity[] = ['error', 'warning', 'info'];

/** Sorts findings, and leaves out the most harmless ones where there are too many. */
export function limitFindings(findings: readonly Finding[]): Finding[] {
  const sorted = sortFindings(findings);
  if (sorted.length <= maxFindings) {
    return sorted;
  }
  const bySeverity = order.map(severity =>
    sorted.filter(finding => finding.severity === severity),
  );
  const [errors, warnings] = bySeverity;
  const kept = bySeverity.flat().slice(0, maxFindings);
  const harmful = errors.length + warnings.length > maxFindings;
  const effect = harmful ? 'warning' : 'ok';
  const truncated = createFinding(
    {
      ruleId: 'TRUNCATED',
      port: '',
      newPointer: '',
      path: '',
      new: `${sorted.length - maxFindings} findings are left out`,
      backward: effect,
      forward: effect,
    },
    { backward: true, forward: true },
  );
  return sortFindings([...kept, truncated]);
}
