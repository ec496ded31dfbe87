import { PolicyGate } from '../../../policy/PromotionPolicy';
import { GateVerdict } from '../GateVerdict';
import { tooFewRows } from './chooseMeasurement';
import { describeMeasurement, toMetricEvidence } from './describeMeasurement';
import { Measurement } from './Measurement';
import { bySlice, dataOf, newestOfEachSeries } from './selectMeasurements';

/** What a measurement is compared with, or why it cannot be. */
export type ChosenReference =
  | { measurement: Measurement }
  | { doubt: Pick<GateVerdict, 'summary' | 'remedy' | 'evidence'> };

/**
 * Finds what another version did on the same data: under the same digest,
 * unless the policy takes data of the same name for the same.
 */
export function chooseReference(options: {
  gate: PolicyGate;
  versionRef: string;
  measurement: Measurement;
  reference: { versionRef: string; measurements: readonly Measurement[] };
}): ChosenReference {
  const { gate, versionRef, measurement, reference } = options;
  const wanted = describeMeasurement(measurement);
  const [slice] = bySlice([measurement]).keys();
  const comparable = (bySlice(reference.measurements).get(slice) ?? []).filter(
    one => dataOf(one) === dataOf(measurement),
  );
  const [newest] = newestOfEachSeries(comparable);
  if (!newest) {
    return doubt({
      summary: `${reference.versionRef} has no measurement of ${wanted} to compare with`,
      remedy: `Evaluate ${reference.versionRef} on the data that ${versionRef} was evaluated on`,
    });
  }
  if (gate.with.sameDatasetDigest === false) {
    return usable(gate, newest, reference.versionRef);
  }
  const digest = measurement.datasetDigest;
  if (digest === undefined) {
    return doubt({
      summary: `${wanted} of ${versionRef} does not say by a digest which data it is of, so nobody knows if it is that of ${reference.versionRef}`,
      remedy: `Evaluate both versions on the same data and add its digest, or write 'sameDatasetDigest: false' into the gate '${gate.id}' of the policy`,
      evidence: [toMetricEvidence(newest, reference.versionRef)],
    });
  }
  const [same] = newestOfEachSeries(
    comparable.filter(one => one.datasetDigest === digest),
    { byDigest: true },
  );
  return same
    ? usable(gate, same, reference.versionRef)
    : doubt({
        summary: `${reference.versionRef} was not evaluated on the data of ${versionRef}: ${wanted} has the digest ${digest}, and there ${newest.datasetDigest ?? 'none'}`,
        remedy: `Evaluate ${reference.versionRef} on the data with the digest ${digest}`,
        evidence: [toMetricEvidence(newest, reference.versionRef)],
      });
}

function usable(
  gate: PolicyGate,
  measurement: Measurement,
  versionRef: string,
): ChosenReference {
  const problem = Number.isFinite(measurement.value)
    ? tooFewRows(gate, measurement)
    : `is ${measurement.value}, not a number`;
  return problem === undefined
    ? { measurement }
    : doubt({
        summary: `${describeMeasurement(measurement)} of ${versionRef} ${problem}`,
        remedy: `Evaluate ${versionRef} again`,
        evidence: [toMetricEvidence(measurement, versionRef)],
      });
}

function doubt(
  why: Pick<GateVerdict, 'summary' | 'remedy'> &
    Partial<Pick<GateVerdict, 'evidence'>>,
): ChosenReference {
  return { doubt: { evidence: [], ...why } };
}
