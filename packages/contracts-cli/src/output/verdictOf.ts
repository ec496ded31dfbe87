import { CompatibilityVerdict, Finding } from '@understudy/contracts';

/** What findings come to that no report sums up. */
export function verdictOf(findings: readonly Finding[]): CompatibilityVerdict {
  const worst = (severity: Finding['severity']) =>
    findings.some(finding => finding.severity === severity && !finding.waiver);
  if (worst('error')) {
    return 'incompatible';
  }
  return worst('warning') ? 'compatible_with_warnings' : 'compatible';
}
