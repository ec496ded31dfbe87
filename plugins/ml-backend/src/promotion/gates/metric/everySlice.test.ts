import { MetricGateSettings } from '../../../policy/PromotionPolicy';
import {
  CANDIDATE,
  CHAMPION,
  compare,
  measured,
} from './__testUtils__/relative';
import { Measurement } from './Measurement';
import { metricGate } from './metricGate';
import { selectMeasurements, selectReference } from './selectMeasurements';

const at = (market: string, value: number, more: Partial<Measurement> = {}) =>
  measured(value, { slice: { market }, ...more });

function judge(
  measurements: Measurement[],
  settings: Partial<MetricGateSettings> = {},
) {
  return metricGate({
    gate: {
      id: 'every-market',
      type: 'metric',
      maxEvidenceAge: '30d',
      with: {
        metric: 'roc_auc',
        op: '>=',
        value: 0.9,
        everySliceOf: 'market',
        ...settings,
      },
    },
    versionRef: CANDIDATE,
    measurements,
    evaluatedAt: '2026-11-23T12:00:00.000Z',
  });
}

describe('a metric gate of every slice', () => {
  it('passes when each value does, and names the weakest', () => {
    expect(judge([at('de', 0.95), at('fr', 0.91), at('es', 0.99)])).toEqual({
      status: 'pass',
      summary:
        'All 3 values of market pass; the weakest: roc_auc on holdout (test) for market=fr = 0.91; demanded: roc_auc for every value of market is at least 0.9, measured within 30d',
      evidence: [
        expect.objectContaining({ summary: expect.stringContaining('fr') }),
        expect.anything(),
        expect.anything(),
      ],
      validUntil: '2026-12-20T00:00:00.000Z',
    });
  });

  it('fails when one does not, whatever the whole says, and names the worst', () => {
    const verdict = judge([
      measured(0.99),
      at('de', 0.95),
      at('fr', 0.85),
      at('es', 0.8),
    ]);
    expect(verdict).toMatchObject({
      status: 'fail',
      summary: expect.stringMatching(
        /^2 of 3 values of market do not pass; the worst: .*market=es = 0\.8/,
      ),
      remedy: expect.any(String),
    });
  });

  it.each<[string, Measurement[], string]>([
    ['no slice at all', [], 'unknown'],
    ['the whole only', [measured(0.99)], 'unknown'],
    ['another key', [measured(0.99, { slice: { store: '1' } })], 'unknown'],
    [
      'slices of two keys',
      [measured(0.99, { slice: { market: 'de', store: '1' } })],
      'unknown',
    ],
    [
      'one that is too old',
      [
        at('de', 0.99),
        at('fr', 0.99, { observedAt: '2026-01-01T00:00:00.000Z' }),
      ],
      'unknown',
    ],
    [
      'one that is ambiguous',
      [at('de', 0.99), at('fr', 0.99), at('fr', 0.99, { split: 'train' })],
      'unknown',
    ],
    ['one that is no number', [at('de', 0.99), at('fr', NaN)], 'error'],
    [
      'one that fails beside one that is not known',
      [at('de', 0.5), at('fr', NaN)],
      'fail',
    ],
    [
      'the newest of each',
      [
        at('de', 0.5, { observedAt: '2026-11-01T00:00:00.000Z' }),
        at('de', 0.95),
      ],
      'pass',
    ],
  ])('given %s', (_what, measurements, status) => {
    expect(judge(measurements).status).toBe(status);
  });

  it('looks inside the slice that it names', () => {
    const of = (market: string, channel: string, value: number) =>
      measured(value, { slice: { market, channel } });
    const all = [of('de', 'web', 0.95), of('de', 'app', 0.5), at('de', 0.5)];
    expect(judge(all, { slice: { channel: 'web' } }).status).toBe('pass');
    expect(judge(all, { slice: { channel: 'app' } }).status).toBe('fail');
  });

  it('does not look at more values than it can', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      at(`m${index}`, 0.95),
    );
    const gate = {
      id: 'g',
      type: 'metric' as const,
      with: {
        metric: 'roc_auc',
        op: '>=' as const,
        value: 0.9,
        everySliceOf: 'market',
      },
    };
    const kept = selectMeasurements(gate, many);
    expect(kept).toHaveLength(301);
    expect(judge(kept)).toMatchObject({
      status: 'unknown',
      summary: expect.stringContaining('more than 300 values of market'),
    });
    expect(judge(kept.slice(1)).status).toBe('pass');
  });
});

describe('a metric gate that compares every slice', () => {
  const settings = { everySliceOf: 'market', tolerance: { absolute: 0.01 } };

  it('compares each with the same slice', () => {
    expect(
      compare(
        settings,
        [at('de', 0.9), at('fr', 0.7)],
        [at('de', 0.9), at('fr', 0.7)],
      ).status,
    ).toBe('pass');
    expect(
      compare(
        settings,
        [at('de', 0.95), at('fr', 0.7)],
        [at('de', 0.8), at('fr', 0.72)],
      ),
    ).toMatchObject({
      status: 'fail',
      summary: expect.stringContaining('market=fr = 0.7, 0.72 for'),
    });
  });

  it('does not let a slice be left out', () => {
    expect(
      compare(settings, [at('de', 0.9)], [at('de', 0.9), at('fr', 0.72)]),
    ).toMatchObject({
      status: 'unknown',
      summary: expect.stringContaining(
        'no measurement of roc_auc for market=fr',
      ),
    });
    // What the champion was measured on before says nothing of this data.
    expect(
      compare(
        settings,
        [at('de', 0.9)],
        [at('de', 0.9), at('fr', 0.72, { datasetDigest: 'sha256:d0' })],
      ).status,
    ).toBe('pass');
  });

  it('does not know a slice that only the candidate has', () => {
    expect(
      compare(settings, [at('de', 0.9), at('fr', 0.9)], [at('de', 0.9)]),
    ).toMatchObject({
      status: 'unknown',
      summary: expect.stringContaining(`${CHAMPION} has no measurement`),
    });
  });

  it('keeps what it needs to decide the same again', () => {
    const gate = {
      id: 'g',
      type: 'metric' as const,
      with: {
        metric: 'roc_auc',
        op: '>=' as const,
        relativeTo: 'champion' as const,
        ...settings,
      },
    };
    const candidate = [at('de', 0.9), at('fr', 0.9), measured(0.9)];
    const champion = [
      at('de', 0.8),
      at('fr', 0.95, { datasetDigest: 'sha256:d0' }),
      at('fr', 0.9, { observedAt: '2026-11-01T00:00:00.000Z' }),
      at('fr', 0.1, { dataset: 'other' }),
      measured(0.1),
    ];
    const kept = selectMeasurements(gate, candidate);
    const reference = selectReference(gate, kept, {
      versionRef: CHAMPION,
      measurements: champion,
    });
    expect(kept).toHaveLength(2);
    expect(reference.measurements).toHaveLength(3);
    expect(compare(settings, kept, reference)).toEqual(
      compare(settings, candidate, champion),
    );
  });
});
