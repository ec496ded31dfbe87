import { GateEvidence } from '@understudy/plugin-ml-common';
import {
  metricGateWords,
  referenceWords,
} from '../../../policy/metricGateWords';
import { GateVerdict } from '../GateVerdict';
import { chooseMeasurement } from './chooseMeasurement';
import { chooseReference } from './chooseReference';
import { describeMeasurement, toMetricEvidence } from './describeMeasurement';
import { JudgedPart, judgeBound } from './judgeBound';
import { judgeDifference } from './judgeDifference';
import { Measurement } from './Measurement';
import { MetricGateInput } from './MetricGateInput';
import { judgeWithoutReference } from './judgeWithoutReference';

/** A verdict, and how near it is where numbers were compared. */
export interface SliceVerdict extends GateVerdict {
  margin?: number;
}

/** Judges what was measured of some rows: of all, or of those of a slice. */
export function judgeSlice(
  input: MetricGateInput,
  slice: Record<string, string> | undefined,
  measurements: readonly Measurement[],
): SliceVerdict {
  const { gate, versionRef, evaluatedAt } = input;
  const missing = judgeWithoutReference(input);
  if (missing) {
    return missing;
  }
  const chosen = chooseMeasurement({
    gate,
    versionRef,
    measurements,
    slice,
    evaluatedAt,
  });
  if ('verdict' in chosen) {
    return chosen.verdict;
  }
  const { measurement } = chosen;
  const validUntil = chosen.validUntil ? { validUntil: chosen.validUntil } : {};
  const evidence = [toMetricEvidence(measurement, versionRef)];
  const found = `${describeMeasurement(measurement)} = ${measurement.value}`;
  const words = metricGateWords(gate);
  const failed = {
    status: 'fail' as const,
    remedy: `Promote a version for which ${words}, or train one`,
    ...validUntil,
  };
  const bound = judgeBound(gate.with, measurement.value);
  const compared = compare(input, measurement);
  if (bound && !bound.holds) {
    return {
      ...failed,
      margin: bound.margin,
      summary: `${found}; demanded: ${words}`,
      evidence,
    };
  }
  if (compared && 'doubt' in compared) {
    const { doubt } = compared;
    return { ...doubt, evidence: [...evidence, ...doubt.evidence] };
  }
  const verdict = {
    margin: Math.min(bound?.margin ?? Infinity, compared?.margin ?? Infinity),
    summary: `${found}${compared?.words ?? loneWords(input)}; demanded: ${words}`,
    evidence: [...evidence, ...(compared?.evidence ?? [])],
    ...validUntil,
  };
  return compared && !compared.holds
    ? { ...verdict, ...failed }
    : { ...verdict, status: 'pass' };
}

function loneWords({ gate }: MetricGateInput): string {
  const { relativeTo } = gate.with;
  return relativeTo === undefined
    ? ''
    : `, and there is no version yet that is ${referenceWords[relativeTo]}`;
}

/** Nothing where there is nothing to compare with, or nobody asks for it. */
function compare(
  { gate, versionRef, reference }: MetricGateInput,
  measurement: Measurement,
):
  | (JudgedPart & { words: string; evidence: GateEvidence[] })
  | { doubt: GateVerdict }
  | undefined {
  if (gate.with.relativeTo === undefined || !reference?.versionRef) {
    return undefined;
  }
  const { versionRef: otherRef, measurements } = reference;
  const other = chooseReference({
    gate,
    versionRef,
    measurement,
    reference: { versionRef: otherRef, measurements },
  });
  if ('doubt' in other) {
    return { doubt: { status: 'unknown', ...other.doubt } };
  }
  const evidence = [toMetricEvidence(other.measurement, otherRef)];
  const judged = judgeDifference(gate.with, measurement, other.measurement);
  if ('missing' in judged) {
    return {
      doubt: {
        status: judged.status,
        summary: `Whether ${versionRef} is as good as ${otherRef} cannot be told: ${judged.missing}`,
        remedy: judged.remedy,
        evidence,
      },
    };
  }
  const { holds, margin } = judged;
  return {
    holds,
    margin,
    words: `, ${other.measurement.value} for ${otherRef}: ${judged.words}`,
    evidence,
  };
}
