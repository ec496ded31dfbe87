import { GateEvidence } from '@understudy/plugin-ml-common';
import { sliceWords } from '../../../policy/metricGateWords';
import { Measurement } from './Measurement';

/** What was measured, where, for people: `roc_auc on holdout (test)`. */
export function describeMeasurement(
  of: Pick<Measurement, 'name' | 'dataset' | 'split' | 'slice'>,
): string {
  return [
    of.name,
    of.dataset ? ` on ${of.dataset}` : '',
    of.split ? ` (${of.split})` : '',
    sliceWords(of.slice),
  ].join('');
}

/** A measurement as gates show what they looked at. */
export function toMetricEvidence(
  measurement: Measurement,
  ref: string,
): GateEvidence {
  return {
    kind: 'metric',
    ref,
    summary: `${describeMeasurement(measurement)} = ${measurement.value}`,
    ...(measurement.observedAt ? { observedAt: measurement.observedAt } : {}),
    ...(measurement.datasetDigest ? { digest: measurement.datasetDigest } : {}),
  };
}
