import fc from 'fast-check';
import { PolicyGate } from '../../../policy/PromotionPolicy';
import { Measurement } from './Measurement';
import { metricGate } from './metricGate';

const NOW = '2026-11-23T12:00:00.000Z';

function evaluate(
  settings: Partial<PolicyGate['with']>,
  measurements: Partial<Measurement>[],
  gate: Partial<PolicyGate> = {},
) {
  return metricGate({
    gate: {
      id: 'auc',
      type: 'metric',
      ...gate,
      with: { metric: 'roc_auc', op: '>=', value: 0.9, ...settings },
    },
    versionRef: 'model:default/fraud-score@44',
    measurements: measurements.map(measurement => ({
      name: 'roc_auc',
      rawName: 'test_auc',
      value: 0.95,
      ...measurement,
    })),
    evaluatedAt: NOW,
  });
}

describe('metricGate', () => {
  it.each([
    ['>=', 0.9, undefined, 0.9, 'pass'],
    ['>=', 0.9, undefined, 0.8999, 'fail'],
    ['>', 0.9, undefined, 0.9, 'fail'],
    ['>', 0.9, undefined, 0.91, 'pass'],
    ['<', 0.1, undefined, 0.1, 'fail'],
    ['<', 0.1, undefined, 0.05, 'pass'],
    ['<=', 0.1, undefined, 0.1, 'pass'],
    ['<=', 0.1, undefined, 0.2, 'fail'],
    ['==', 1, undefined, 1, 'pass'],
    ['==', 1, undefined, 1.1, 'fail'],
    ['between', 0.2, 0.4, 0.2, 'pass'],
    ['between', 0.2, 0.4, 0.4, 'pass'],
    ['between', 0.2, 0.4, 0.41, 'fail'],
    ['between', 0.2, 0.4, 0.19, 'fail'],
  ] as const)('%s %p (%p) on %p: %s', (op, value, high, measured, status) => {
    const verdict = evaluate({ op, value, high }, [{ value: measured }]);
    expect(verdict.status).toBe(status);
    expect(verdict.remedy === undefined).toBe(status === 'pass');
  });

  it('keeps the evidence it decided on', () => {
    const verdict = evaluate({ dataset: 'holdout', split: 'test' }, [
      {
        value: 0.95,
        dataset: 'holdout',
        split: 'test',
        datasetDigest: 'sha256:ab',
        observedAt: '2026-11-20T00:00:00.000Z',
      },
      { value: 0.1, dataset: 'other', split: 'test' },
    ]);
    expect(verdict).toMatchObject({
      status: 'pass',
      evidence: [
        {
          kind: 'metric',
          ref: 'model:default/fraud-score@44',
          summary: 'roc_auc on holdout (test) = 0.95',
          observedAt: '2026-11-20T00:00:00.000Z',
          digest: 'sha256:ab',
        },
      ],
    });
  });

  it('does not know without a measurement', () => {
    const verdict = evaluate({ dataset: 'holdout' }, [{ dataset: 'other' }]);
    expect(verdict).toMatchObject({
      status: 'unknown',
      summary:
        'model:default/fraud-score@44 has no measurement of roc_auc on holdout',
      remedy: expect.stringContaining('roc_auc on holdout'),
    });
  });

  it('does not guess which of several data sets counts', () => {
    const verdict = evaluate({}, [
      { dataset: 'train', value: 0.99 },
      { dataset: 'holdout', value: 0.5 },
    ]);
    expect(verdict.status).toBe('unknown');
    expect(verdict.evidence).toHaveLength(2);
  });

  it('does not guess which split counts', () => {
    expect(
      evaluate({ dataset: 'holdout' }, [
        { dataset: 'holdout', split: 'train' },
        { dataset: 'holdout', split: 'test' },
      ]).status,
    ).toBe('unknown');
  });

  it('takes the newest of several measurements of the same thing', () => {
    expect(
      evaluate({}, [
        { value: 0.99, observedAt: '2026-11-01T00:00:00.000Z' },
        { value: 0.5, observedAt: '2026-11-02T00:00:00.000Z' },
      ]).status,
    ).toBe('fail');
  });

  it('does not know from evidence that is too old', () => {
    const observedAt = '2026-11-01T00:00:00.000Z';
    const old = evaluate({}, [{ observedAt }], { maxEvidenceAge: '7d' });
    expect(old).toMatchObject({
      status: 'unknown',
      summary: expect.stringContaining('at most 7d ago'),
    });
    const recent = evaluate({}, [{ observedAt }], { maxEvidenceAge: '30d' });
    expect(recent).toMatchObject({
      status: 'pass',
      validUntil: '2026-12-01T00:00:00.000Z',
    });
  });

  it('does not know from evidence without a time when age matters', () => {
    expect(evaluate({}, [{}], { maxEvidenceAge: '30d' }).status).toBe(
      'unknown',
    );
  });

  it('calls what is not a number an error', () => {
    expect(evaluate({}, [{ value: NaN }]).status).toBe('error');
  });

  it('looks at the slice it names, and at the whole data otherwise', () => {
    const measurements: Partial<Measurement>[] = [
      { value: 0.95 },
      { value: 0.5, slice: { market: 'de', channel: 'web' } },
      { value: 0.99, slice: { market: 'fr' } },
    ];
    expect(evaluate({}, measurements).status).toBe('pass');
    expect(
      evaluate({ slice: { channel: 'web', market: 'de' } }, measurements),
    ).toMatchObject({
      status: 'fail',
      summary: expect.stringContaining('for channel=web, market=de'),
    });
    expect(evaluate({ slice: { market: 'es' } }, measurements)).toMatchObject({
      status: 'unknown',
      summary: expect.stringContaining('roc_auc for market=es'),
    });
  });

  it.each([
    [100, 'pass'],
    [99, 'unknown'],
    [undefined, 'unknown'],
  ])('asked for a hundred rows, says of %p: %s', (n, status) => {
    expect(evaluate({ minSamples: 100 }, [{ n }]).status).toBe(status);
  });

  it('passes only on a number that holds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            value: fc.double(),
            dataset: fc.constantFrom(undefined, 'a', 'b'),
            split: fc.constantFrom(undefined, 'test'),
          }),
        ),
        fc.double({ noNaN: true }),
        (measurements, value) => {
          const verdict = evaluate({ value, dataset: 'a' }, measurements);
          const good = measurements.some(
            one => one.dataset === 'a' && one.value >= value,
          );
          expect(good || verdict.status !== 'pass').toBe(true);
        },
      ),
    );
  });
});
