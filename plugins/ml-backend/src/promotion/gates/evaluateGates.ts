import { ModelVersion } from '@understudy/plugin-ml-common';
import { PolicyGate, PolicyStage } from '../../policy/PromotionPolicy';
import {
  fittingMeasurements,
  GateVerdict,
  Measurement,
  metricGate,
  MetricGateInput,
  newestOfEachSeries,
} from './metricGate';
import { StoredGateRun } from './StoredGateRun';

/** A gate that finds several cannot choose, so not all of them are kept. */
const MAX_MEASUREMENTS = 100;

/** Runs the gates of a stage on what is known of a version. Pure. */
export function evaluateGates(options: {
  stage: PolicyStage;
  version: ModelVersion;
  /** What evaluations of the version say. */
  measurements: readonly Measurement[];
  policyDigest: string;
  previous: readonly StoredGateRun[];
  now: Date;
}): StoredGateRun[] {
  const { stage, version, policyDigest, previous, now } = options;
  // Of equal age, an evaluation says more than a metric of a run.
  const measurements: Measurement[] = [
    ...version.metrics,
    ...options.measurements,
  ];
  const at = now.toISOString();
  return (stage.gates ?? []).map(gate => {
    const inputs: MetricGateInput = {
      gate,
      versionRef: `${version.model}@${version.label}`,
      measurements: newestOfEachSeries(
        fittingMeasurements(gate, measurements),
      ).slice(0, MAX_MEASUREMENTS),
      evaluatedAt: at,
    };
    const verdict = metricGate(inputs);
    const before = previous.find(run => run.gateId === gate.id);
    return {
      gateId: gate.id,
      type: gate.type,
      enforcement: gate.enforcement ?? 'block',
      ...verdict,
      blocks: isBlocking(gate, verdict),
      startedAt: at,
      finishedAt: at,
      attempt: (before?.attempt ?? 0) + 1,
      policyDigest,
      inputs,
    };
  });
}

/** Unknown is not pass: it blocks unless the policy says otherwise. */
function isBlocking(gate: PolicyGate, verdict: GateVerdict): boolean {
  if ((gate.enforcement ?? 'block') !== 'block') {
    return false;
  }
  switch (verdict.status) {
    case 'pass':
      return false;
    case 'fail':
      return true;
    default:
      return (gate.onUnknown ?? 'fail') === 'fail';
  }
}
