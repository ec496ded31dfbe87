import { durationToMilliseconds } from '../../../policy/duration';
import { PolicyGate } from '../../../policy/PromotionPolicy';
import { GateVerdict } from '../GateVerdict';
import { describeMeasurement, toMetricEvidence } from './describeMeasurement';
import { Measurement } from './Measurement';
import { newestOfEachSeries } from './selectMeasurements';

const SHOWN = 20;

/** The one measurement that counts, or why there is none. */
export type ChosenMeasurement =
  { measurement: Measurement; validUntil?: string } | { verdict: GateVerdict };

/**
 * Finds the one recent enough measurement that a gate can go by. All that is
 * given are of the slice that is looked at.
 */
export function chooseMeasurement(options: {
  gate: PolicyGate;
  versionRef: string;
  measurements: readonly Measurement[];
  /** What its rows have in common. */
  slice?: Record<string, string>;
  evaluatedAt: string;
}): ChosenMeasurement {
  const { gate, versionRef, measurements, slice, evaluatedAt } = options;
  const { metric, dataset, split } = gate.with;
  const wanted = describeMeasurement({ name: metric, dataset, split, slice });
  const [latest, ...others] = newestOfEachSeries(measurements);
  if (!latest) {
    return unknown({
      summary: `${versionRef} has no measurement of ${wanted}`,
      remedy: `Evaluate the version and log ${wanted} to its run`,
      evidence: [],
    });
  }
  if (others.length > 0) {
    return unknown({
      summary: `${versionRef} has ${metric} for several data sets or splits, and the policy does not say which one counts`,
      remedy: `Name 'dataset' and 'split' in the gate '${gate.id}' of the policy`,
      evidence: measurements
        .slice(0, SHOWN)
        .map(measurement => toMetricEvidence(measurement, versionRef)),
    });
  }
  const evidence = [toMetricEvidence(latest, versionRef)];
  if (!Number.isFinite(latest.value)) {
    return {
      verdict: {
        status: 'error',
        summary: `${describeMeasurement(latest)} is ${latest.value}, not a number`,
        remedy: 'Find out why the evaluation gave no number and run it again',
        evidence,
      },
    };
  }
  const tooFew = tooFewRows(gate, latest);
  if (tooFew) {
    return unknown({
      summary: `${describeMeasurement(latest)} ${tooFew}`,
      remedy: 'Evaluate the version on more rows, and add how many there were',
      evidence,
    });
  }
  const { problem, validUntil } = checkAge(gate, latest, evaluatedAt);
  return problem === undefined
    ? { measurement: latest, ...(validUntil ? { validUntil } : {}) }
    : unknown({
        summary: `${describeMeasurement(latest)} ${problem}`,
        remedy: 'Evaluate the version again',
        evidence,
      });
}

/** What is wrong with the number of rows, if anything. */
export function tooFewRows(
  { with: { minSamples } }: PolicyGate,
  { n }: Measurement,
): string | undefined {
  if (minSamples === undefined || (n !== undefined && n >= minSamples)) {
    return undefined;
  }
  return n === undefined
    ? `does not say on how many rows; at least ${minSamples} are needed`
    : `is of ${n} rows; at least ${minSamples} are needed`;
}

function unknown(verdict: Omit<GateVerdict, 'status'>): ChosenMeasurement {
  return { verdict: { status: 'unknown', ...verdict } };
}

function checkAge(
  gate: PolicyGate,
  measurement: Measurement,
  evaluatedAt: string,
): { problem?: string; validUntil?: string } {
  if (gate.maxEvidenceAge === undefined) {
    return {};
  }
  const observed = Date.parse(measurement.observedAt ?? '');
  if (Number.isNaN(observed)) {
    return {
      problem: `does not say when it was measured; at most ${gate.maxEvidenceAge} ago is allowed`,
    };
  }
  const until = observed + durationToMilliseconds(gate.maxEvidenceAge);
  const validUntil = new Date(until).toISOString();
  return until < Date.parse(evaluatedAt)
    ? {
        problem: `was measured at ${measurement.observedAt}; at most ${gate.maxEvidenceAge} ago is allowed`,
      }
    : { validUntil };
}
