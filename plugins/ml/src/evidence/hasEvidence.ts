import { VersionEvidence } from '@understudy/plugin-ml-common';

/** Whether anything is on record besides that the version was taken back. */
export function hasEvidence(evidence: VersionEvidence): boolean {
  const { evaluations, artifacts, baselines, provenance, cards, labels } =
    evidence;
  const lists = [evaluations, artifacts, baselines, provenance, cards, labels];
  return lists.some(list => list.length > 0) || evidence.riskTier !== undefined;
}
