import { MetricGateSettings } from '../../../../policy/PromotionPolicy';
import { GateReference, Measurement } from '../Measurement';
import { metricGate } from '../metricGate';

export const CANDIDATE = 'model:default/fraud-score@44';
export const CHAMPION = 'model:default/fraud-score@41';

/** What was measured on the data that everybody is measured on. */
export function measured(
  value: number,
  overrides: Partial<Measurement> = {},
): Measurement {
  return {
    name: 'roc_auc',
    rawName: 'auc',
    value,
    dataset: 'holdout',
    datasetDigest: 'sha256:d1',
    split: 'test',
    observedAt: '2026-11-20T00:00:00.000Z',
    ...overrides,
  };
}

/** Compares a candidate with the champion, unless another is given. */
export function compare(
  settings: Partial<MetricGateSettings>,
  candidate: Measurement[],
  champion: Measurement[] | GateReference,
) {
  return metricGate({
    gate: {
      id: 'vs-champion',
      type: 'metric',
      with: {
        metric: 'roc_auc',
        op: '>=',
        relativeTo: 'champion',
        ...settings,
      },
    },
    versionRef: CANDIDATE,
    measurements: candidate,
    reference: Array.isArray(champion)
      ? { versionRef: CHAMPION, measurements: champion }
      : champion,
    evaluatedAt: '2026-11-23T12:00:00.000Z',
  });
}
