import { canonicalJson } from '@understudy/contracts';
import { CardRow, ProvenanceRow, RiskTierRow } from '../evidenceRows';
import { NormalizedAddition } from '../NormalizedAddition';
import { contentHash } from '../normalizeAddition';
import { AdditionContext, originsFor } from './AdditionContext';

/**
 * Of these the newest statement counts, so that going back to an earlier one
 * is a statement too. Each answers the hashes of what was added.
 */
export async function addProvenance(
  context: AdditionContext,
  provenance: NonNullable<NormalizedAddition['provenance']>,
): Promise<string[]> {
  const { tx, version } = context;
  const rows: Pick<ProvenanceRow, 'content'>[] = await tx<ProvenanceRow>(
    'version_provenance',
  )
    .where({ version_id: version.id })
    .orderBy('position')
    .select('content');
  // Later statements about a part replace earlier ones.
  const present: Record<string, unknown> = Object.assign(
    {},
    ...rows.map(({ content }) => JSON.parse(content)),
  );
  const isNew = Object.entries(provenance).some(
    ([part, said]) =>
      said !== undefined &&
      (present[part] === undefined ||
        canonicalJson(present[part]) !== canonicalJson(said)),
  );
  if (!isNew) {
    return [];
  }
  const [origin] = await originsFor(context, 'version_provenance', {
    added: 1,
    kind: 'provenance',
  });
  await tx<ProvenanceRow>('version_provenance').insert({
    ...origin,
    content: canonicalJson(provenance),
  });
  return [contentHash(provenance)];
}

/** As `addProvenance`. */
export async function addCard(
  context: AdditionContext,
  { text }: NonNullable<NormalizedAddition['card']>,
): Promise<string[]> {
  const { tx, version } = context;
  const newest = await tx<CardRow>('version_card')
    .where({ version_id: version.id })
    .orderBy('position', 'desc')
    .first('text');
  if (newest?.text === text) {
    return [];
  }
  const [origin] = await originsFor(context, 'version_card', {
    added: 1,
    kind: 'cards',
  });
  await tx<CardRow>('version_card').insert({ ...origin, text });
  return [contentHash(text)];
}

/** As `addProvenance`. */
export async function addRiskTier(
  context: AdditionContext,
  riskTier: NonNullable<NormalizedAddition['riskTier']>,
): Promise<string[]> {
  const { tx, version } = context;
  const { tier, rationale } = riskTier;
  const newest = await tx<RiskTierRow>('version_risk_tier')
    .where({ version_id: version.id })
    .orderBy('position', 'desc')
    .first('tier', 'rationale');
  if (newest?.tier === tier && newest.rationale === rationale) {
    return [];
  }
  const [origin] = await originsFor(context, 'version_risk_tier', {
    added: 1,
    kind: 'riskTiers',
  });
  await tx<RiskTierRow>('version_risk_tier').insert({
    ...origin,
    tier,
    rationale,
  });
  return [contentHash(riskTier)];
}
