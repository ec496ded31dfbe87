import { CompatibilityVerdict, Finding } from './Finding';

/** Rules that say that nobody knows. */
const unverifiable = new Set([
  'UNVERIFIABLE_ANY',
  'UNVERIFIABLE_SHAPE',
  'OPAQUE_CHANGED',
  'TYPE_TO_ANY',
  'TRUNCATED',
]);

/**
 * What findings come to. Those that somebody consented to count as warnings.
 * Use it for findings of {@link diffContracts} and {@link lintContract}, which
 * no report sums up.
 *
 * @public
 */
export function decideVerdict(
  findings: readonly Finding[],
): CompatibilityVerdict {
  const open = findings.filter(({ waiver }) => !waiver);
  if (open.some(({ severity }) => severity === 'error')) {
    return 'incompatible';
  }
  const warnings = open.filter(({ severity }) => severity === 'warning');
  if (warnings.some(({ ruleId }) => unverifiable.has(ruleId))) {
    return 'unverifiable';
  }
  return warnings.length || open.length < findings.length
    ? 'compatible_with_warnings'
    : 'compatible';
}
