import { CompatibilityVerdict } from '@understudy/contracts';

const RANK: readonly CompatibilityVerdict[] = [
  'incompatible',
  'unverifiable',
  'compatible_with_warnings',
  'compatible',
];

/** 0 for the worst. */
export function verdictRank(verdict: CompatibilityVerdict): number {
  return RANK.indexOf(verdict);
}

/** The worst of some verdicts; what nobody says anything against is compatible. */
export function worstVerdict(
  verdicts: readonly CompatibilityVerdict[],
): CompatibilityVerdict {
  return RANK[
    Math.min(RANK.length - 1, ...verdicts.map(verdict => verdictRank(verdict)))
  ];
}

/** Whether a consumer is hit: it breaks, or nobody can tell that it does not. */
export function isHit(verdict: CompatibilityVerdict): boolean {
  return verdict === 'incompatible' || verdict === 'unverifiable';
}
