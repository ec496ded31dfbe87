import { POLICY } from '../promotion/__testUtils__/policy';
import { parsePolicies } from './parsePolicies';

const policy = (stage: string) => `
apiVersion: understudy.dev/v1alpha1
kind: PromotionPolicy
metadata: {name: p}
spec: {stages: [{name: production, kind: serve, ${stage}}]}
`;
const gate = (settings: string) =>
  policy(`gates: [{id: g, type: metric, with: {${settings}}}]`);

describe('parsePolicies', () => {
  it('reads a policy', () => {
    expect(parsePolicies(POLICY)).toEqual([
      expect.objectContaining({
        metadata: { name: 'standard' },
        spec: { stages: [expect.anything(), expect.anything()] },
      }),
    ]);
  });

  it('reads several documents', () => {
    expect(parsePolicies(`${POLICY}\n---\n${POLICY}`)).toHaveLength(2);
  });

  it.each([
    ['metric: auc, op: ">="', "must have required property 'value'"],
    ['op: ">=", value: 1', "must have required property 'metric'"],
    ['metric: auc, op: "=~", value: 1', 'spec.stages[0].gates[0].with.op'],
    ['metric: auc, op: ">=", value: high', 'must be number (found "high")'],
    [
      'metric: auc, op: ">=", value: 1, relativeTo: champion',
      "spec.stages[0].gates[0].with.relativeTo: the feature 'relativeTo' is not supported yet",
    ],
    [
      'metric: auc, op: ">=", value: 1, everySliceOf: market',
      "spec.stages[0].gates[0].with.everySliceOf: the feature 'everySliceOf' is not supported yet",
    ],
    [
      'metric: auc, op: between, value: 1',
      "with.high: is needed with the operator 'between'",
    ],
    [
      'metric: auc, op: ">", value: 1, high: 2',
      "with.high: only goes with 'between'",
    ],
    [
      'metric: auc, op: between, value: 2, high: 1',
      'with.high: 1 is less than the value 2',
    ],
  ])('refuses the metric gate {%s}', (settings, message) => {
    expect(() => parsePolicies(gate(settings))).toThrow(message);
  });

  it.each([
    [
      'gates: [{id: f, type: freeze}]',
      'spec.stages[0].gates[0].type: "freeze" is not supported yet; supported: "metric"',
    ],
    [
      'gates: [{id: f, type: nonsense}]',
      'must be equal to one of the allowed values',
    ],
    [
      'from: [{stage: staging, soak: 24h}]',
      "spec.stages[0].from: the feature 'from' is not supported yet",
    ],
    [
      'verify: []',
      "spec.stages[0].verify: the feature 'verify' is not supported yet",
    ],
    ['concurrency: {max: 1}', "the feature 'concurrency' is not supported yet"],
    [
      'timeouts: {execute: 1h}',
      "spec.stages[0].timeouts.execute: the feature 'execute' is not supported yet",
    ],
    ['timeouts: {approve: soon}', 'spec.stages[0].timeouts.approve'],
    ['slot: shadow', 'spec.stages[0].slot: "shadow" is not supported yet'],
    [
      'approvals: [{id: a, from: {users: [user:default/x]}}]',
      "from.users: the feature 'users' is not supported yet",
    ],
    [
      'approvals: [{id: a, from: {relation: dataOwners}}]',
      'from.relation: "dataOwners" is not supported yet',
    ],
    [
      'approvals: [{id: a, from: {relation: owner}, quorum: all}]',
      'quorum: "all" is not supported yet; supported: 1 to 20',
    ],
    [
      'approvals: [{id: a, from: {relation: owner}, separation: [not-same-team]}]',
      'separation[0]: "not-same-team" is not supported yet',
    ],
    [
      'approvals: [{id: a, from: {relation: owner}}, {id: a, from: {relation: owner}}]',
      "approvals[1].id: 'a' is there twice",
    ],
    ['approvals: [{id: a, from: {}}]', 'must NOT have fewer than 1 properties'],
    [
      'steps: [{id: s, uses: "http:call"}]',
      'steps[0].uses: "http:call" is not supported yet',
    ],
    [
      'steps: [{id: s, uses: "registry:set-alias"}]',
      "must have required property 'with'",
    ],
    [
      'steps: [{id: s, uses: "registry:set-alias", with: {aliases: [{keys: [], template: "c-{market}"}]}}]',
      "'{market}' is not one of the keys []",
    ],
    ['colour: red', "must NOT have additional properties: 'colour'"],
  ])('refuses the stage {%s}', (stage, message) => {
    expect(() => parsePolicies(policy(stage))).toThrow(message);
  });

  it.each([
    ['', 'holds 1 to 100 documents, this one 0'],
    ['a: [', 'Flow sequence'],
    ['a: 1\na: 2', 'Map keys must be unique'],
    ['just text', 'policy: must be object'],
    [
      POLICY.replace('PromotionPolicy', 'Policy'),
      'kind: must be equal to constant: "PromotionPolicy" (found "Policy")',
    ],
    [
      POLICY.replace('  stages:', '  breakGlass: {allowed: true}\n  stages:'),
      "spec.breakGlass: the feature 'breakGlass' is not supported yet",
    ],
    [
      POLICY.replace('  stages:', '  mode: dryRun\n  stages:'),
      'spec.mode: "dryRun" is not supported yet; supported: "enforce"',
    ],
    [
      POLICY.replace(
        '  stages:',
        '  appliesTo: {expression: "true"}\n  stages:',
      ),
      "spec.appliesTo.expression: the feature 'expression' is not supported yet",
    ],
    ['#'.repeat(1024 * 1024 + 1), 'larger than 1048576 bytes'],
  ])('refuses a file (%#)', (text, message) => {
    expect(() => parsePolicies(text)).toThrow(message);
  });

  it('names every fault and the document it is in', () => {
    const bad = POLICY.replace('kind: test', 'kind: canary');
    expect(() => parsePolicies(`${POLICY}\n---\n${bad}`)).toThrow(
      'document 2: spec.stages[0].kind: "canary" is not supported yet',
    );
  });
});
