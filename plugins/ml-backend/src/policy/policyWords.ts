import { contractGateWords } from '../promotion/gates/contractGate';
import {
  PolicyApproval,
  PolicyContractGate,
  PolicyGate,
} from './PromotionPolicy';
import { refWords } from './refWords';

const operators: Record<PolicyGate['with']['op'], string> = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'less than',
  '<=': 'at most',
  '==': 'exactly',
  between: 'between',
};

/** What a gate demands, in one sentence. */
export function gateWords(gate: PolicyGate | PolicyContractGate): string {
  if (gate.type === 'contract') {
    return contractGateWords(gate);
  }
  const { metric, dataset, split, op, value, high } = gate.with;
  const where = [
    dataset ? ` on ${dataset}` : '',
    split ? ` (${split})` : '',
  ].join('');
  const bound = op === 'between' ? `${value} and ${high}` : `${value}`;
  const age = gate.maxEvidenceAge
    ? `, measured within ${gate.maxEvidenceAge}`
    : '';
  return `${metric}${where} is ${operators[op]} ${bound}${age}`;
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
  return `${quorum === 1 ? 'one approval' : `${quorum} approvals`} from ${from}, never from who asked${fallback}`;
}
