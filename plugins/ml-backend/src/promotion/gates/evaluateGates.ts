import { ModelVersion } from '@understudy/plugin-ml-common';
import { PolicyGate, PolicyStage } from '../../policy/PromotionPolicy';
import { GateVerdict, metricGate, MetricGateInput } from './metricGate';
import { StoredGateRun } from './StoredGateRun';

/** Runs the gates of a stage on what is known of a version. Pure. */
export function evaluateGates(options: {
  stage: PolicyStage;
  version: ModelVersion;
  policyDigest: string;
  previous: readonly StoredGateRun[];
  now: Date;
}): StoredGateRun[] {
  const { stage, version, policyDigest, previous, now } = options;
  const at = now.toISOString();
  return (stage.gates ?? []).map(gate => {
    const inputs: MetricGateInput = {
      gate,
      versionRef: `${version.model}@${version.label}`,
      measurements: version.metrics.filter(
        metric => metric.name === gate.with.metric,
      ),
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
