import {
  CompatibilityReport,
  decideVerdict,
  Finding,
  fitsWaiver,
  Waiver,
} from '@understudy/contracts';

/**
 * Findings that were kept, with the waivers that hold now instead of those that
 * held then. All of `waivers` have to be in force.
 */
export function markWaived(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): Finding[] {
  return findings.map(({ waiver: _, ...finding }) => {
    const waiver =
      finding.severity === 'info'
        ? undefined
        : waivers.find(candidate => fitsWaiver(finding, candidate));
    return waiver
      ? {
          ...finding,
          waiver: {
            id: waiver.id,
            until: waiver.until,
            reason: waiver.reason,
            ...(waiver.approvedBy !== undefined && {
              approvedBy: waiver.approvedBy,
            }),
          },
        }
      : finding;
  });
}

/** A report that was kept, as the waivers that hold now leave it. */
export function reportAsWaived(
  report: CompatibilityReport,
  waivers: readonly Waiver[],
): CompatibilityReport {
  const findings = markWaived(report.findings, waivers);
  return { ...report, findings, verdict: decideVerdict(findings) };
}
