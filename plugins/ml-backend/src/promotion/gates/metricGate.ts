import { canonicalJson } from '@understudy/contracts';
import { GateEvidence, GateStatus } from '@understudy/plugin-ml-common';
import { durationToMilliseconds } from '../../policy/duration';
import { gateWords, sliceWords } from '../../policy/policyWords';
import { MetricGateSettings, PolicyGate } from '../../policy/PromotionPolicy';

/** One measurement a gate may look at, as it was when it was looked at. */
export interface Measurement {
  name: string;
  rawName: string;
  value: number;
  dataset?: string;
  datasetDigest?: string;
  split?: string;
  observedAt?: string;
  /** Number of rows it was computed from, where an evaluation says so. */
  n?: number;
  /** Confidence interval, lower and upper end. */
  ci?: [number, number];
  /** What the rows have in common; absent for the whole dataset. */
  slice?: Record<string, string>;
}

/** All a metric gate decides on: the same input gives the same verdict. */
export interface MetricGateInput {
  gate: PolicyGate;
  /** The version the measurements are of, such as `model:default/x@44`. */
  versionRef: string;
  /** What was measured of the metric. */
  measurements: Measurement[];
  /** ISO 8601. */
  evaluatedAt: string;
}

export interface GateVerdict {
  status: Extract<GateStatus, 'pass' | 'fail' | 'unknown' | 'error'>;
  summary: string;
  remedy?: string;
  evidence: GateEvidence[];
  /** When the evidence becomes too old, ISO 8601. */
  validUntil?: string;
}

/**
 * Compares a measured number with a bound. It passes or fails only on one
 * recent enough measurement; without that the verdict is `unknown`.
 */
export function metricGate(input: MetricGateInput): GateVerdict {
  const { gate, versionRef, evaluatedAt } = input;
  const { metric, dataset, split, slice } = gate.with;
  const fitting = fittingMeasurements(gate, input.measurements);
  const wanted = describe({ name: metric, dataset, split, slice });
  if (fitting.length === 0) {
    return {
      status: 'unknown',
      summary: `${versionRef} has no measurement of ${wanted}`,
      remedy: `Evaluate the version and log ${wanted} to its run`,
      evidence: [],
    };
  }
  const [latest, ...others] = newestOfEachSeries(fitting);
  if (others.length > 0) {
    return {
      status: 'unknown',
      summary: `${versionRef} has ${metric} for several data sets or splits, and the policy does not say which one counts`,
      remedy: `Name 'dataset' and 'split' in the gate '${gate.id}' of the policy`,
      evidence: fitting
        .slice(0, 20)
        .map(measurement => toEvidence(measurement, versionRef)),
    };
  }
  const evidence = [toEvidence(latest, versionRef)];
  if (!Number.isFinite(latest.value)) {
    return {
      status: 'error',
      summary: `${describe(latest)} is ${latest.value}, not a number`,
      remedy: 'Find out why the evaluation gave no number and run it again',
      evidence,
    };
  }
  const tooFew = checkSamples(gate, latest);
  if (tooFew) {
    return {
      status: 'unknown',
      summary: `${describe(latest)} ${tooFew}`,
      remedy: 'Evaluate the version on more rows, and add how many there were',
      evidence,
    };
  }
  const age = checkAge(gate, latest, evaluatedAt);
  if (age.problem) {
    return {
      status: 'unknown',
      summary: `${describe(latest)} ${age.problem}`,
      remedy: 'Evaluate the version again',
      evidence,
    };
  }
  const validUntil = age.validUntil ? { validUntil: age.validUntil } : {};
  const found = `${describe(latest)} = ${latest.value}`;
  return holds(gate.with, latest.value)
    ? {
        status: 'pass',
        summary: `${found}; demanded: ${gateWords(gate)}`,
        evidence,
        ...validUntil,
      }
    : {
        status: 'fail',
        summary: `${found}; demanded: ${gateWords(gate)}`,
        remedy: `Promote a version for which ${gateWords(gate)}, or train one`,
        evidence,
        ...validUntil,
      };
}

/** Those that a gate speaks of; a slice fits only where the gate names it. */
export function fittingMeasurements(
  { with: { metric, dataset, split, slice = {} } }: PolicyGate,
  measurements: readonly Measurement[],
): Measurement[] {
  const wanted = canonicalJson(slice);
  return measurements.filter(
    measurement =>
      measurement.name === metric &&
      (dataset === undefined || measurement.dataset === dataset) &&
      (split === undefined || measurement.split === split) &&
      canonicalJson(measurement.slice ?? {}) === wanted,
  );
}

function checkSamples(
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

function holds(settings: MetricGateSettings, value: number): boolean {
  switch (settings.op) {
    case '>':
      return value > settings.value;
    case '>=':
      return value >= settings.value;
    case '<':
      return value < settings.value;
    case '<=':
      return value <= settings.value;
    case '==':
      return value === settings.value;
    default:
      return (
        value >= settings.value && value <= (settings.high ?? settings.value)
      );
  }
}

/** Of what was measured on the same data, the newest; the last of equals. */
export function newestOfEachSeries(
  measurements: readonly Measurement[],
): Measurement[] {
  const newest = new Map<string, Measurement>();
  for (const measurement of measurements) {
    const { dataset, datasetDigest, split, observedAt = '' } = measurement;
    const series = JSON.stringify([
      dataset,
      dataset ? undefined : datasetDigest,
      split,
    ]);
    if (observedAt >= (newest.get(series)?.observedAt ?? '')) {
      newest.set(series, measurement);
    }
  }
  return [...newest.values()];
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

function toEvidence(measurement: Measurement, ref: string): GateEvidence {
  return {
    kind: 'metric',
    ref,
    summary: `${describe(measurement)} = ${measurement.value}`,
    ...(measurement.observedAt ? { observedAt: measurement.observedAt } : {}),
    ...(measurement.datasetDigest ? { digest: measurement.datasetDigest } : {}),
  };
}

function describe(of: {
  name: string;
  dataset?: string;
  split?: string;
  slice?: Record<string, string>;
}): string {
  return [
    of.name,
    of.dataset ? ` on ${of.dataset}` : '',
    of.split ? ` (${of.split})` : '',
    sliceWords(of.slice),
  ].join('');
}
