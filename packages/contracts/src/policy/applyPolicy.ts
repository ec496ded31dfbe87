import { RuleOverride } from '../contract/CompatibilityPolicy';
import { Finding } from '../findings/Finding';
import { isWaived } from './isWaived';
import { Waiver } from './Waiver';

/** What fits an override or waiver to a finding. */
export interface PolicyScope {
  overrides: readonly RuleOverride[];
  waivers: readonly Waiver[];
  /** Entity ref of the provider. */
  provider: string;
  environment?: string;
  today?: string;
}

/** Gives findings the severities of an organisation, and marks those that somebody consented to. */
export function applyPolicy(
  findings: readonly Finding[],
  scope: PolicyScope,
): Finding[] {
  return findings.map(finding => {
    const judged = applyOverrides(finding, scope);
    const waiver =
      judged.severity === 'info'
        ? undefined
        : scope.waivers.find(candidate =>
            isWaived(judged, candidate, scope.today),
          );
    return waiver ? { ...judged, waiver: noteOf(waiver) } : judged;
  });
}

function noteOf({
  id,
  until,
  reason,
  approvedBy,
}: Waiver): NonNullable<Finding['waiver']> {
  return { id, until, reason, ...(approvedBy !== undefined && { approvedBy }) };
}

/** The last override that fits wins. What was only worked out of a consumer must stay in sight. */
function applyOverrides(finding: Finding, scope: PolicyScope): Finding {
  const override = scope.overrides
    .filter(candidate => fits(finding, candidate, scope))
    .pop();
  if (!override) {
    return finding;
  }
  const hidden =
    finding.basis === 'implied' &&
    finding.severity !== 'info' &&
    override.severity === 'info';
  const severity = hidden ? 'warning' : override.severity;
  return severity === finding.severity
    ? finding
    : {
        ...finding,
        severity,
        override: { from: finding.severity, reason: override.reason },
      };
}

function fits(
  finding: Finding,
  override: RuleOverride,
  scope: PolicyScope,
): boolean {
  const { ruleId, ports, entities, environments } = override;
  return (
    ruleId === finding.ruleId &&
    (!ports || ports.includes(finding.port)) &&
    (!entities ||
      entities.includes(scope.provider) ||
      (finding.consumer !== undefined &&
        entities.includes(finding.consumer))) &&
    (!environments ||
      (scope.environment !== undefined &&
        environments.includes(scope.environment)))
  );
}
