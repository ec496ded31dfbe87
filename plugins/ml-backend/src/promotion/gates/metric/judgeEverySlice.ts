import { GateVerdict } from '../GateVerdict';
import { describeMeasurement } from './describeMeasurement';
import { judgeSlice, SliceVerdict } from './judgeSlice';
import { judgeWithoutReference } from './judgeWithoutReference';
import { Measurement } from './Measurement';
import { MetricGateInput } from './MetricGateInput';
import { bySlice, fitsGate, MAX_SLICES } from './selectMeasurements';

/** Slices whose evidence is shown, the worst first. */
const SHOWN = 5;
const ORDER: readonly GateVerdict['status'][] = [
  'fail',
  'error',
  'unknown',
  'warn',
  'pass',
];

const WORDS: Record<Exclude<GateVerdict['status'], 'pass'>, string> = {
  fail: 'do not pass',
  error: 'could not be judged',
  unknown: 'are not known',
  warn: 'do not quite pass',
};

/**
 * Judges each value of a slice key by itself: all have to pass, and the worst
 * is named. A value that only the other version was measured on is not known
 * to pass: leaving a slice out must not help.
 */
export function judgeEverySlice(
  input: MetricGateInput,
  key: string,
): GateVerdict {
  const { gate, versionRef } = input;
  const decided = judgeWithoutReference(input);
  if (decided) {
    return decided;
  }
  const own = bySlice(input.measurements.filter(one => fitsGate(gate, one)));
  const values = new Map([...expectedSlices(input, own), ...own]);
  const { metric, dataset, split } = gate.with;
  const wanted = describeMeasurement({ name: metric, dataset, split });
  if (values.size === 0) {
    return {
      status: 'unknown',
      summary: `${versionRef} has no measurement of ${wanted} for any value of ${key}`,
      remedy: `Evaluate the version by ${key} and add the numbers as slices of the evaluation`,
      evidence: [],
    };
  }
  if (values.size > MAX_SLICES) {
    return {
      status: 'unknown',
      summary: `${wanted} is known for more than ${MAX_SLICES} values of ${key}, more than a gate looks at`,
      remedy: `Name a slice with fewer values in the gate '${gate.id}' of the policy`,
      evidence: [],
    };
  }
  const judged = [...values]
    .map(([slice]) =>
      judgeSlice(input, JSON.parse(slice), own.get(slice) ?? []),
    )
    .sort(byHowBad);
  return sumUp(judged, key);
}

/** Slices of the other version on the data of this one. */
function expectedSlices(
  { gate, reference }: MetricGateInput,
  own: ReadonlyMap<string, Measurement[]>,
): Map<string, Measurement[]> {
  const digests = new Set(
    [...own.values()].flat().map(({ datasetDigest }) => datasetDigest),
  );
  return bySlice(
    (reference?.versionRef ? reference.measurements : []).filter(
      one =>
        fitsGate(gate, one) &&
        (gate.with.sameDatasetDigest === false ||
          digests.has(one.datasetDigest)),
    ),
  );
}

function byHowBad(a: SliceVerdict, b: SliceVerdict): number {
  return (
    ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
    (a.margin ?? 0) - (b.margin ?? 0)
  );
}

function sumUp(judged: readonly SliceVerdict[], key: string): GateVerdict {
  const [worst] = judged;
  const { status, summary, remedy } = worst;
  const alike = judged.filter(one => one.status === status).length;
  const of = `of ${judged.length} values of ${key}`;
  const untils = judged.flatMap(({ validUntil }) => validUntil ?? []).sort();
  return {
    status,
    summary:
      status === 'pass'
        ? `All ${judged.length} values of ${key} pass; the weakest: ${summary}`
        : `${alike} ${of} ${WORDS[status]}; the worst: ${summary}`,
    ...(remedy === undefined ? {} : { remedy }),
    evidence: judged.slice(0, SHOWN).flatMap(({ evidence }) => evidence),
    ...(untils.length > 0 ? { validUntil: untils[0] } : {}),
  };
}
