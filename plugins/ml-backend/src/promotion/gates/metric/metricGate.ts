import { GateVerdict } from '../GateVerdict';
import { judgeEverySlice } from './judgeEverySlice';
import { judgeSlice } from './judgeSlice';
import { MetricGateInput } from './MetricGateInput';
import { fitsGate } from './selectMeasurements';

/**
 * Compares a measured number with a bound, with the number of another version,
 * or with both. It passes or fails only on one recent enough measurement of
 * each; without that the verdict is `unknown`. Pure.
 */
export function metricGate(input: MetricGateInput): GateVerdict {
  const { gate, measurements } = input;
  const { everySliceOf, slice } = gate.with;
  if (everySliceOf !== undefined) {
    return judgeEverySlice(input, everySliceOf);
  }
  const { margin: _, ...verdict } = judgeSlice(
    input,
    slice,
    measurements.filter(one => fitsGate(gate, one)),
  );
  return verdict;
}
