/**
 * The risk tiers from lowest to highest that apply when `ml.riskTiers` is not
 * configured.
 *
 * @public
 */
export const defaultRiskTiers: readonly string[] = [
  'minimal',
  'limited',
  'high',
  'critical',
];

/**
 * What is known of a model's risk.
 *
 * @public
 */
export interface RiskTierResult {
  /** The highest tier that is known, or undefined when none is. */
  tier?: string;
  /**
   * False when the true tier may be higher than `tier`: there are no uses, or
   * some use has no tier or one that is not configured. Treat it as unknown,
   * not as low.
   */
  complete: boolean;
  /** The ids of the uses that have no tier or an unconfigured one. */
  unknownUses: string[];
}

/**
 * The risk tier of a model: the highest tier of its uses.
 *
 * @param uses - `spec.uses` of the model.
 * @param tiers - all tiers, from lowest to highest.
 * @public
 */
export function highestTier(
  uses: readonly { id: string; riskTier?: string }[],
  tiers: readonly string[],
): RiskTierResult {
  let highest = -1;
  const unknownUses: string[] = [];
  for (const use of uses) {
    const rank = use.riskTier === undefined ? -1 : tiers.indexOf(use.riskTier);
    if (rank === -1) {
      unknownUses.push(use.id);
    }
    highest = Math.max(highest, rank);
  }
  return {
    ...(highest === -1 ? {} : { tier: tiers[highest] }),
    complete: uses.length > 0 && unknownUses.length === 0,
    unknownUses,
  };
}
