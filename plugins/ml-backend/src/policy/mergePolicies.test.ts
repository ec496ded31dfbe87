import { mergePolicies } from './mergePolicies';
import { PolicyStage, PromotionPolicy } from './PromotionPolicy';

function policy(
  name: string,
  priority: number,
  ...stages: Partial<PolicyStage>[]
): PromotionPolicy {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'PromotionPolicy',
    metadata: { name },
    spec: {
      priority,
      stages: stages.map(stage => ({
        name: 'production',
        kind: 'serve' as const,
        ...stage,
      })),
    },
  };
}
const gate = (id: string, value: number) => ({
  id,
  type: 'metric' as const,
  with: { metric: 'auc', op: '>=' as const, value },
});

describe('mergePolicies', () => {
  const team = policy('team', 0, {
    gates: [gate('auc', 0.5), gate('f1', 0.5)],
  });
  const org = policy('org', 1000, {
    gates: [gate('auc', 0.9)],
    approvals: [{ id: 'risk', from: { groups: ['model-risk'] } }],
  });

  it('joins gates by id and lets the higher priority replace', () => {
    const merged = mergePolicies([org, team]);
    expect(merged.ref).toBe('team+org');
    expect(merged.stages[0]).toMatchObject({
      gates: [gate('auc', 0.9), gate('f1', 0.5)],
      approvals: [{ id: 'risk' }],
    });
  });

  it('lets a lower policy take nothing away', () => {
    const merged = mergePolicies([policy('zzz', -5, { gates: [] }), org]);
    expect(merged.stages[0].gates).toEqual([gate('auc', 0.9)]);
  });

  it('replaces plain fields, and orders stages', () => {
    const merged = mergePolicies([
      policy(
        'a',
        0,
        { order: 2, environment: 'prod', timeouts: { approve: '1d' } },
        { name: 'staging', kind: 'test', order: 1 },
      ),
      policy('b', 1, { timeouts: { evaluate: '2d' } }),
    ]);
    expect(merged.stages.map(stage => stage.name)).toEqual([
      'staging',
      'production',
    ]);
    expect(merged.stages[1]).toMatchObject({
      environment: 'prod',
      timeouts: { approve: '1d', evaluate: '2d' },
    });
  });

  it('has a digest that depends on what is demanded, not on the order of files', () => {
    const digest = mergePolicies([org, team]).digest;
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(mergePolicies([team, org]).digest).toBe(digest);
    expect(mergePolicies([team]).digest).not.toBe(digest);
  });

  it('breaks ties by name', () => {
    const a = policy('a', 0, { gates: [gate('auc', 0.1)] });
    const b = policy('b', 0, { gates: [gate('auc', 0.2)] });
    expect(mergePolicies([b, a]).stages[0].gates).toEqual([gate('auc', 0.2)]);
  });

  describe('overrides of rules of contracts', () => {
    const override = (reason: string) => ({
      ruleId: 'FIELD_REMOVED',
      severity: 'warning' as const,
      reason,
    });
    const contract = (id: string) => ({ id, type: 'contract' as const });
    const overriding = (
      name: string,
      priority: number,
      reason: string,
      ...stages: Partial<PolicyStage>[]
    ): PromotionPolicy => {
      const { spec, ...rest } = policy(name, priority, ...stages);
      return {
        ...rest,
        spec: { ...spec, contractOverrides: [override(reason)] },
      };
    };
    const gates = (...policies: PromotionPolicy[]) =>
      mergePolicies(policies).stages[0].gates;

    it('count at gates of the same policy and of lower ones', () => {
      expect(
        gates(
          overriding('org', 1000, 'by org', { gates: [contract('floor')] }),
          overriding('team', 0, 'by team', { gates: [contract('own')] }),
        ),
      ).toEqual([
        {
          ...contract('own'),
          // The last one that fits wins: that of the higher policy.
          overrides: [override('by team'), override('by org')],
        },
        { ...contract('floor'), overrides: [override('by org')] },
      ]);
    });

    it('make no gate of a higher policy milder', () => {
      expect(
        gates(
          policy('org', 1000, { gates: [contract('floor')] }),
          overriding('team', 0, 'by team', {}),
        ),
      ).toEqual([contract('floor')]);
    });

    it('leave other gates and the digest of policies without any alone', () => {
      expect(
        gates(overriding('a', 0, 'by a', { gates: [gate('auc', 0.5)] })),
      ).toEqual([gate('auc', 0.5)]);
      const plain = policy('a', 0, { gates: [contract('c')] });
      const mild = overriding('a', 0, 'by a', { gates: [contract('c')] });
      expect(mergePolicies([mild]).digest).not.toBe(
        mergePolicies([plain]).digest,
      );
    });
  });
});
