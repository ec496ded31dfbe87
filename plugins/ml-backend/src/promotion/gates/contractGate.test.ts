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

  it('counts and names what is waived, and passes', () => {
    const waived = Array.from({ length: 7 }, (_, index) => ({
      ref: `model:default/m${index}`,
      summary: `m${index}: waived by user:default/owner`,
    }));
    const { status, summary, evidence } = judge({ waived });
    expect([status, summary]).toEqual([
      'pass',
      expect.stringContaining('; waived: 7'),
    ]);
    expect(evidence.slice(1, 3)).toEqual([
      { kind: 'contract-waiver', ...waived[0] },
      { kind: 'contract-waiver', ...waived[1] },
    ]);
    expect(evidence).toHaveLength(6);
    expect(judge({ waived, breaks: [broken] })).toMatchObject({
      status: 'fail',
      evidence: expect.arrayContaining([
        { kind: 'contract-waiver', ...waived[0] },
      ]),
    });
  });

  it('is unknown where nobody can tell', () => {
    expect(
      judge({ contract: undefined, doubts: ['It has no signature'] }),
    ).toMatchObject({ status: 'unknown', summary: 'It has no signature' });
  });
});
