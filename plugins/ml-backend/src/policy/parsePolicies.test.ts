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
      'metric: auc, op: ">=", relativeTo: champion, significance: {test: paired-bootstrap}',
      'with.significance.test: "paired-bootstrap" cannot be computed: it needs the predictions of both versions row by row, and evaluations keep their metrics only; supported: "ci-bound", "two-proportion-z"',
    ],
    [
      'metric: auc, op: ">=", relativeTo: champion, significance: {alpha: 0.05}',
      "must have required property 'test'",
    ],
    [
      'metric: auc, op: ">=", relativeTo: champion, significance: {test: two-proportion-z, alpha: 0.6}',
      'must be <= 0.5 (found 0.6)',
    ],
    [
      'metric: auc, op: ">=", relativeTo: champion, significance: {test: ci-bound, alpha: 0.05}',
      "with.significance.alpha: only goes with 'two-proportion-z'",
    ],
    [
      'metric: auc, op: ">=", relativeTo: rival',
      'must be equal to one of the allowed values: champion, previous, baseline (found "rival")',
    ],
    [
      'metric: auc, op: ">=", relativeTo: champion, tolerance: {absolute: -1}',
      'with.tolerance.absolute: must be >= 0 (found -1)',
    ],
    [
      'metric: auc, op: "==", relativeTo: champion',
      "with.op: '==' says not what is better, which 'relativeTo: champion' needs; use '>=', '>', '<=' or '<'",
    ],
    [
      'metric: mae, op: ">=", direction: lower-is-better, relativeTo: champion',
      "with.op: '>=' compares as 'higher-is-better', and 'direction' says 'lower-is-better'; with that use '<=' or '<'",
    ],
    [
      'metric: mae, op: "<", direction: higher-is-better, relativeTo: previous',
      "with that use '>=' or '>'",
    ],
    ...['tolerance: {percent: 1}', 'significance: {test: ci-bound}']
      .concat('sameDatasetDigest: false', 'whenNoChampion: pass')
      .map(setting => [
        `metric: auc, op: ">=", value: 1, ${setting}`,
        `with.${setting.split(':')[0]}: only goes with 'relativeTo'`,
      ]),
    [
      'metric: auc, op: ">=", value: 1, slice: {market: de}, everySliceOf: market',
      "with.everySliceOf: 'slice' has one value of 'market' already",
    ],
    [
      'metric: auc, op: ">=", value: 1, allowWarnings: true',
      "must NOT have additional properties: 'allowWarnings'",
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
    'metric: auc, op: ">=", value: 1, everySliceOf: market',
    'metric: auc, op: ">=", value: 1, slice: {channel: web}, everySliceOf: market',
    'metric: auc, op: ">", relativeTo: previous',
    'metric: mae, op: "<=", direction: lower-is-better, value: 4, relativeTo: baseline',
    'metric: auc, op: ">=", relativeTo: champion, tolerance: {absolute: 0.002, percent: 1}, sameDatasetDigest: false, whenNoChampion: fail',
    'metric: auc, op: ">=", relativeTo: champion, significance: {test: ci-bound}',
    'metric: auc, op: ">=", relativeTo: champion, significance: {test: two-proportion-z, alpha: 0.01}',
  ])('takes the metric gate {%s}', settings => {
    expect(parsePolicies(gate(settings))).toHaveLength(1);
  });

  it.each([
    'type: contract',
    'type: contract, with: {mode: BY_PORT, profile: strict, consumers: declared+implied, allowWarnings: false}',
    ...['NONE', 'BACKWARD', 'FORWARD', 'FULL']
      .concat('BACKWARD_TRANSITIVE', 'FORWARD_TRANSITIVE', 'FULL_TRANSITIVE')
      .map(mode => `type: contract, with: {mode: ${mode}}`),
    'type: artifact',
    'type: artifact, maxEvidenceAge: 7d, with: {requireSignature: true, requireSbom: true, maxCriticalCves: 0}',
  ])('takes the gate {%s}', settings => {
    const text = policy(`gates: [{id: g, ${settings}}]`);
    expect(parsePolicies(text)).toHaveLength(1);
  });

  it.each([
    ['type: contract, with: {mode: SIDEWAYS}', 'NONE, BACKWARD, FORWARD'],
    ['type: contract, with: {profile: loose}', 'strict, default, avro, mlflow'],
    ['type: contract, with: {consumers: all}', 'declared, declared+implied'],
    ['type: contract, with: {colour: red}', "properties: 'colour'"],
    ['type: contract, overrides: []', "feature 'overrides' is not supported"],
    ['type: artifact, with: {maxCriticalCves: -1}', 'must be >= 0 (found -1)'],
    ['type: artifact, with: {requireSbom: maybe}', 'must be boolean'],
    ['type: artifact, with: {metric: auc}', "properties: 'metric'"],
    [
      'type: contract, maxEvidenceAge: 7d',
      'gates[0].maxEvidenceAge: contracts are read anew each time',
    ],
    [
      'type: artifact, maxEvidenceAge: 7d',
      "gates[0].maxEvidenceAge: only goes with 'with.maxCriticalCves'",
    ],
  ])('refuses the gate {%s}', (settings, message) => {
    const text = policy(`gates: [{id: g, ${settings}}]`);
    expect(() => parsePolicies(text)).toThrow(message);
  });

  const overriding = (override: string) =>
    POLICY.replace(
      '  stages:',
      `  contractOverrides: [{${override}}]\n  stages:`,
    );

  it('takes overrides of rules of contracts', () => {
    const [parsed] = parsePolicies(
      overriding(
        'ruleId: FIELD_REMOVED, severity: warning, ports: [outputs], entities: [model:default/fraud-score], environments: [staging], reason: Callers take what they get',
      ),
    );
    expect(parsed.spec.contractOverrides).toMatchObject([
      { ruleId: 'FIELD_REMOVED', environments: ['staging'] },
    ]);
  });

  it.each([
    ['ruleId: FIELD_REMOVED, severity: off', "required property 'reason'"],
    [
      'ruleId: FIELD_REMOVED, severity: "off", reason: because',
      'contractOverrides[0].reason: must NOT have fewer than 10 characters',
    ],
    [
      'ruleId: FIELD_MISLAID, severity: info, reason: Nobody minds at all',
      "spec.contractOverrides[0].ruleId: there is no rule 'FIELD_MISLAID' of contracts",
    ],
    [
      'ruleId: FIELD_REMOVED, severity: mild, reason: Nobody minds at all',
      'error, warning, info, off',
    ],
    [
      'ruleId: FIELD_REMOVED, severity: info, entities: [fraud-score], reason: Nobody minds at all',
      'contractOverrides[0].entities[0]: must match pattern',
    ],
  ])('refuses the override {%s}', (override, message) => {
    expect(() => parsePolicies(overriding(override))).toThrow(message);
  });

  it.each([
    [
      'gates: [{id: f, type: freeze}]',
      'spec.stages[0].gates[0].type: "freeze" is not supported yet; supported: "metric", "contract", "artifact"',
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
