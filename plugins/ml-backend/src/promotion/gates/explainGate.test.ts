import { ModelVersion } from '@understudy/plugin-ml-common';
import { MetricGateSettings } from '../../policy/PromotionPolicy';
import { evaluateGates } from './evaluateGates';
import { explainGate } from './explainGate';
import { Measurement } from './metric/Measurement';

const version: ModelVersion = {
  id: '01',
  model: 'model:default/fraud-score',
  label: '44',
  digest: 'sha256:ab',
  digestStrength: 'record',
  aliases: [],
  assignments: [],
  everAssigned: false,
  metrics: [
    { name: 'roc_auc', rawName: 'auc', value: 0.93, dataset: 'holdout' },
    { name: 'latency_ms', rawName: 'latency', value: 12 },
  ],
  source: { type: 'mlflow' },
  createdAt: '2026-11-01T00:00:00.000Z',
  tags: [],
  params: [],
  components: [],
  links: [],
  registeredAt: '2026-11-01T00:00:00.000Z',
};

function run(gate: {
  value: number;
  metric?: string;
  enforcement?: 'block' | 'warn' | 'info';
  onUnknown?: 'fail' | 'warn' | 'pass';
}) {
  const [only] = evaluateGates({
    stage: {
      name: 'production',
      kind: 'serve',
      gates: [
        {
          id: 'auc',
          type: 'metric',
          enforcement: gate.enforcement,
          onUnknown: gate.onUnknown,
          with: {
            metric: gate.metric ?? 'roc_auc',
            op: '>=',
            value: gate.value,
          },
        },
      ],
    },
    version,
    facts: { measurements: version.metrics },
    policyDigest: 'p',
    previous: [],
    now: new Date('2026-11-23T12:00:00.000Z'),
  });
  return only;
}

describe('evaluateGates', () => {
  it.each([
    [{ value: 0.9 }, 'pass', false],
    [{ value: 0.99 }, 'fail', true],
    [{ value: 0.99, enforcement: 'warn' as const }, 'fail', false],
    [{ value: 0.9, metric: 'f1' }, 'unknown', true],
    [
      { value: 0.9, metric: 'f1', onUnknown: 'warn' as const },
      'unknown',
      false,
    ],
    [
      { value: 0.9, metric: 'f1', onUnknown: 'pass' as const },
      'unknown',
      false,
    ],
  ])('%j gives %s, blocking: %p', (gate, status, blocks) => {
    expect(run(gate)).toMatchObject({ status, blocks });
  });
});

describe('evaluateGates on evaluations', () => {
  const onEvaluations = (
    measurements: Measurement[],
    settings: Partial<MetricGateSettings> = {},
  ) =>
    evaluateGates({
      stage: {
        name: 'production',
        kind: 'serve',
        gates: [
          {
            id: 'auc',
            type: 'metric',
            maxEvidenceAge: '7d',
            with: {
              metric: 'roc_auc',
              op: '>=',
              value: 0.9,
              dataset: 'holdout',
              ...settings,
            },
          },
        ],
      },
      version,
      facts: { measurements: [...version.metrics, ...measurements] },
      policyDigest: 'p',
      previous: [],
      now: new Date('2026-11-23T12:00:00.000Z'),
    })[0];
  const measured = (overrides: Partial<Measurement>): Measurement => ({
    name: 'roc_auc',
    rawName: 'auc',
    value: 0.95,
    dataset: 'holdout',
    observedAt: '2026-11-22T00:00:00.000Z',
    ...overrides,
  });

  it('finds what a run does not say', () => {
    expect(onEvaluations([])).toMatchObject({ status: 'unknown' });
    expect(onEvaluations([measured({ n: 500 })])).toMatchObject({
      status: 'pass',
      validUntil: '2026-11-29T00:00:00.000Z',
      inputs: { measurements: [{ n: 500 }] },
    });
  });

  it('decides by the newest, and keeps no other', () => {
    const old = measured({ observedAt: '2026-11-20T00:00:00.000Z' });
    const decided = onEvaluations([measured({ value: 0.5 }), old]);
    expect(decided).toMatchObject({
      status: 'fail',
      inputs: { measurements: [{ value: 0.5 }] },
    });
  });

  it('does not know what is too old or of another slice', () => {
    expect(
      onEvaluations([measured({ observedAt: '2026-11-01T00:00:00.000Z' })]),
    ).toMatchObject({ status: 'unknown' });
    expect(
      onEvaluations([measured({})], { slice: { market: 'de' } }),
    ).toMatchObject({ status: 'unknown' });
  });

  it('cannot choose between many, however few of them are kept', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      measured({ split: `s${index}` }),
    );
    const decided = onEvaluations(many);
    expect(decided).toMatchObject({ status: 'unknown' });
    expect(decided.inputs).toHaveProperty('measurements.length', 100);
  });
});

describe('explainGate', () => {
  it('comes to the same verdict on the stored inputs', () => {
    const explanation = explainGate(run({ value: 0.9 }));
    expect(explanation).toMatchObject({
      words: 'roc_auc is at least 0.9',
      replay: { status: 'pass', same: true },
      inputs: { measurements: [{ value: 0.93 }] },
    });
    expect(explanation.run).not.toHaveProperty('inputs');
  });

  it('says when the stored verdict does not follow from the inputs', () => {
    const stored = run({ value: 0.99 });
    const explanation = explainGate({ ...stored, status: 'pass' });
    expect(explanation.replay).toMatchObject({ status: 'fail', same: false });
  });
});
