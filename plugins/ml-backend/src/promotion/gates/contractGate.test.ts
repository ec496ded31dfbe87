import { PolicyContractGate } from '../../policy/PromotionPolicy';
import { ContractFacts, contractGate } from './contractGate';

const contract = { version: '2.1.0', digest: 'd'.repeat(64) };
const broken = {
  ref: 'component:default/checkout',
  summary: 'checkout reads score, which is gone',
};

function judge(
  facts: Partial<ContractFacts>,
  settings?: PolicyContractGate['with'],
) {
  return contractGate({
    gate: { id: 'contract', type: 'contract', with: settings },
    versionRef: 'model:default/fraud@44',
    facts: { contract, breaks: [], doubts: [], warnings: 0, ...facts },
    evaluatedAt: '2026-11-26T12:00:00.000Z',
  });
}

describe('contractGate', () => {
  it('passes when nobody breaks, also with warnings', () => {
    expect(judge({})).toMatchObject({
      status: 'pass',
      evidence: [{ kind: 'contract', digest: contract.digest }],
    });
    expect(judge({ warnings: 2 }).status).toBe('pass');
  });

  it('fails with warnings where the policy allows none', () => {
    const strict = { allowWarnings: false };
    expect(judge({ warnings: 2 }, strict)).toMatchObject({
      status: 'fail',
      summary: expect.stringContaining('2 warnings'),
    });
    expect(judge({}, strict).status).toBe('pass');
  });

  it('fails for what breaks, whatever else is not known', () => {
    expect(
      judge({ breaks: [broken], doubts: ['Lineage is away'] }),
    ).toMatchObject({
      status: 'fail',
      summary: broken.summary,
      evidence: [{ kind: 'contract' }, { ref: broken.ref }],
    });
    const many = judge({ breaks: Array.from({ length: 9 }, () => broken) });
    expect(many.summary).toMatch(/\. And 4 more$/);
    expect(many.evidence).toHaveLength(6);
  });

  it('is unknown where nobody can tell', () => {
    expect(
      judge({ contract: undefined, doubts: ['It has no signature'] }),
    ).toMatchObject({ status: 'unknown', summary: 'It has no signature' });
  });
});
