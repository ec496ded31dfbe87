import { ModelVersion } from '@understudy/plugin-ml-common';
import { AnyPolicyGate, PolicyStage } from '../../policy/PromotionPolicy';
import { driftGate } from './driftGate';
import { GateFacts } from './GateFacts';
import { GateVerdict } from './GateVerdict';
import { judgeGate } from './judgeGate';
import { StoredGateRun } from './StoredGateRun';

const ARTIFACT = 'artifact';

/**
 * Runs the gates of a stage on what is known of a version. Where an alias of
 * the target drifted there is one more, which no policy has to ask for. Pure.
 */
export function evaluateGates(options: {
  stage: PolicyStage;
  version: Pick<ModelVersion, 'model' | 'label'>;
  facts: GateFacts;
  policyDigest: string;
  previous: readonly StoredGateRun[];
  now: Date;
}): StoredGateRun[] {
  const { stage, version, facts, policyDigest, previous, now } = options;
  const at = now.toISOString();
  const before = (id: string) => previous.find(run => run.gateId === id);
  const runOf = (
    gate: Pick<StoredGateRun, 'gateId' | 'type' | 'enforcement' | 'blocks'>,
    verdict: GateVerdict,
    inputs: StoredGateRun['inputs'],
  ): StoredGateRun => ({
    ...gate,
    ...verdict,
    startedAt: at,
    finishedAt: at,
    attempt: (before(gate.gateId)?.attempt ?? 0) + 1,
    policyDigest,
    inputs,
  });
  const byPolicy = (stage.gates ?? []).map(gate => {
    const { inputs, verdict } = judgeGate(gate, {
      versionRef: `${version.model}@${version.label}`,
      facts,
      before: before(gate.id),
      evaluatedAt: at,
    });
    return runOf(
      {
        gateId: gate.id,
        type: gate.type,
        enforcement: gate.enforcement ?? 'block',
        blocks: isBlocking(gate, verdict),
      },
      verdict,
      inputs,
    );
  });
  const { drifts = [] } = facts;
  if (drifts.length === 0) {
    return byPolicy;
  }
  const inputs = { version: version.label, drifts: [...drifts] };
  const verdict = driftGate(inputs);
  const drift = runOf(
    {
      // A gate of a policy may have taken the name.
      gateId: byPolicy.some(run => run.gateId === ARTIFACT)
        ? `${ARTIFACT}-drift`
        : ARTIFACT,
      type: ARTIFACT,
      enforcement: 'block',
      blocks: verdict.status === 'fail',
    },
    verdict,
    inputs,
  );
  return [drift, ...byPolicy];
}

/** Unknown is not pass: it blocks unless the policy says otherwise. */
function isBlocking(gate: AnyPolicyGate, verdict: GateVerdict): boolean {
  if ((gate.enforcement ?? 'block') !== 'block') {
    return false;
  }
  switch (verdict.status) {
    case 'pass':
    case 'warn':
      return false;
    case 'fail':
      return true;
    default:
      return (gate.onUnknown ?? 'fail') === 'fail';
  }
}
