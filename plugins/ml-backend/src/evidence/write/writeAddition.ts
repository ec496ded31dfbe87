import { NormalizedAddition } from '../NormalizedAddition';
import { contentHash } from '../normalizeAddition';
import { addArtifacts } from './addArtifacts';
import { addBaselines } from './addBaselines';
import { AdditionContext } from './AdditionContext';
import { addEvaluations } from './addEvaluations';
import { addLabels } from './addLabels';
import { addSignatures } from './addSignatures';
import { addCard, addProvenance, addRiskTier } from './addStatements';

/** How much of each kind was new, and a hash over it. */
export type AddedEvidence = Record<string, { count: number; digest: string }>;

/** Adds evidence to a version. What is there already adds nothing. */
export async function writeAddition(
  context: AdditionContext,
  addition: NormalizedAddition,
): Promise<AddedEvidence> {
  const { provenance, card, riskTier } = addition;
  const listed = async <T>(
    add: (of: AdditionContext, items: readonly T[]) => Promise<string[]>,
    items: readonly T[],
  ) => (items.length > 0 ? await add(context, items) : []);
  const hashes: [kind: string, hashes: string[]][] = [
    ['evaluations', await listed(addEvaluations, addition.evaluations)],
    ['artifacts', await listed(addArtifacts, addition.artifacts)],
    ['signatures', await listed(addSignatures, addition.artifacts)],
    ['baselines', await listed(addBaselines, addition.baselines)],
    ['provenance', provenance ? await addProvenance(context, provenance) : []],
    ['cards', card ? await addCard(context, card) : []],
    ['labels', await listed(addLabels, addition.labels)],
    ['riskTiers', riskTier ? await addRiskTier(context, riskTier) : []],
  ];
  return Object.fromEntries(
    hashes
      .filter(([, added]) => added.length > 0)
      .map(([kind, added]) => [
        kind,
        { count: added.length, digest: contentHash(added) },
      ]),
  );
}
