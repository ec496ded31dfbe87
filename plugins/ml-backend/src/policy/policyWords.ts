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
  const { metric, dataset, split, slice, op, value, high, minSamples } =
    gate.with;
  const where = [
    dataset ? ` on ${dataset}` : '',
    split ? ` (${split})` : '',
    sliceWords(slice),
  ].join('');
  const bound = op === 'between' ? `${value} and ${high}` : `${value}`;
  const age = gate.maxEvidenceAge
    ? `, measured within ${gate.maxEvidenceAge}`
    : '';
  const rows = minSamples ? `, on at least ${minSamples} rows` : '';
  return `${metric}${where} is ${operators[op]} ${bound}${rows}${age}`;
}

/** Which rows of a dataset are meant; nothing where it is all of them. */
export function sliceWords(slice: Record<string, string> = {}): string {
  const pairs = Object.entries(slice)
    .map(([key, value]) => `${key}=${value}`)
    .sort();
  return pairs.length > 0 ? ` for ${pairs.join(', ')}` : '';
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
