import { artifactGateWords } from './artifactGateWords';
import { contractGateWords } from './contractGateWords';
import { metricGateWords } from './metricGateWords';
import { AnyPolicyGate, PolicyApproval } from './PromotionPolicy';
import { refWords } from './refWords';

/** What a gate demands, in one sentence. */
export function gateWords(gate: AnyPolicyGate): string {
  switch (gate.type) {
    case 'contract':
      return contractGateWords(gate);
    case 'artifact':
      return artifactGateWords(gate);
    default:
      return metricGateWords(gate);
  }
}

/** Who has to approve, in one sentence. */
export function approvalWords(approval: PolicyApproval): string {
  const from = [
    ...(approval.from.relation === 'owner' ? ['the team that owns it'] : []),
    ...(approval.from.groups ?? []).map(refWords),
  ].join(' or ');
  const fallback = approval.fallback
    ? `; if too few can, ${approval.fallback.groups.map(refWords).join(' or ')}`
    : '';
  const quorum = approval.quorum ?? 1;
  const author = approval.separation?.includes('not-trainer')
    ? ' or who wrote the version, who has to be known'
    : '';
  return `${quorum === 1 ? 'one approval' : `${quorum} approvals`} from ${from}, never from who asked${author}${fallback}`;
}
