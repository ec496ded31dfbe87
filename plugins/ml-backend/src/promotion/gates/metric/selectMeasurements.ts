import { canonicalJson } from '@understudy/contracts';
import { PolicyGate } from '../../../policy/PromotionPolicy';
import { GateReference, Measurement } from './Measurement';

/** A gate that finds several cannot choose, so not all of them are kept. */
const MAX_SERIES = 100;
/** As many values of a slice key a gate can look at. */
export const MAX_SLICES = 300;
/** Two of a slice are enough to see that there is no choosing. */
const SERIES_OF_SLICE = 2;

/**
 * What a gate has to keep of all that was measured of a version, so that the
 * same can be decided on it again: of each series the newest.
 */
export function selectMeasurements(
  gate: PolicyGate,
  measurements: readonly Measurement[],
): Measurement[] {
  const fitting = measurements.filter(one => fitsGate(gate, one));
  if (gate.with.everySliceOf === undefined) {
    return newestOfEachSeries(fitting).slice(0, MAX_SERIES);
  }
  // One more than can be looked at, to tell that there are too many.
  return [...bySlice(fitting).values()]
    .slice(0, MAX_SLICES + 1)
    .flatMap(ofSlice => newestOfEachSeries(ofSlice).slice(0, SERIES_OF_SLICE));
}

/** As `selectMeasurements`, of the version that another one is compared with. */
export function selectReference(
  gate: PolicyGate,
  candidate: readonly Measurement[],
  reference: GateReference,
): GateReference {
  const wanted = new Set(candidate.map(dataOf));
  const digests = new Set(candidate.flatMap(one => one.datasetDigest ?? []));
  const fitting = reference.measurements.filter(
    one =>
      fitsGate(gate, one) &&
      (candidate.length === 0 || wanted.has(dataOf(one))),
  );
  const kept = [...bySlice(fitting).values()]
    .slice(0, MAX_SLICES + 1)
    .flatMap(ofSlice => {
      const sameData = ofSlice.filter(({ datasetDigest: digest }) =>
        digest === undefined ? false : digests.has(digest),
      );
      return [
        ...new Set([
          ...newestOfEachSeries(sameData, { byDigest: true }),
          ...newestOfEachSeries(ofSlice),
        ]),
      ].slice(0, MAX_SERIES);
    });
  return { ...reference, measurements: kept };
}

/** Those that a gate speaks of; a slice fits only where the gate names it. */
export function fitsGate(
  { with: settings }: PolicyGate,
  { name, dataset, split, slice = {} }: Measurement,
): boolean {
  const { everySliceOf, slice: fixed = {} } = settings;
  const wanted =
    everySliceOf === undefined
      ? fixed
      : { ...fixed, [everySliceOf]: valueOf(slice, everySliceOf) };
  return (
    name === settings.metric &&
    (settings.dataset === undefined || dataset === settings.dataset) &&
    (settings.split === undefined || split === settings.split) &&
    (everySliceOf === undefined || Object.hasOwn(slice, everySliceOf)) &&
    canonicalJson(slice) === canonicalJson(wanted)
  );
}

/** Measurements by what their rows have in common, as JSON. */
export function bySlice(
  measurements: readonly Measurement[],
): Map<string, Measurement[]> {
  const slices = new Map<string, Measurement[]>();
  for (const measurement of measurements) {
    const key = canonicalJson(measurement.slice ?? {});
    slices.set(key, [...(slices.get(key) ?? []), measurement]);
  }
  return new Map([...slices].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of what was measured on the same data, the newest; the last of equals. */
export function newestOfEachSeries(
  measurements: readonly Measurement[],
  { byDigest = false } = {},
): Measurement[] {
  const newest = new Map<string, Measurement>();
  for (const measurement of measurements) {
    const { dataset, datasetDigest, split, observedAt = '' } = measurement;
    const series = JSON.stringify([
      dataset,
      dataset && !byDigest ? undefined : datasetDigest,
      split,
    ]);
    if (observedAt >= (newest.get(series)?.observedAt ?? '')) {
      newest.set(series, measurement);
    }
  }
  return [...newest.values()];
}

/** What was measured on, apart from its state at the time. */
export function dataOf({ dataset, split }: Measurement): string {
  return JSON.stringify([dataset, split]);
}

function valueOf(slice: Record<string, string>, key: string): string {
  return Object.hasOwn(slice, key) ? slice[key] : '';
}
