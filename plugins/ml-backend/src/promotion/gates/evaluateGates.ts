import { ModelVersion } from '@understudy/plugin-ml-common';
import {
  PolicyContractGate,
  PolicyGate,
  PolicyStage,
} from '../../policy/PromotionPolicy';
import { artifactGate, GateDrift } from './artifactGate';
import { ContractFacts, contractGate, ContractGateInput } from './contractGate';
import {
  fittingMeasurements,
  GateVerdict,
  Measurement,
  metricGate,
  MetricGateInput,
  newestOfEachSeries,
} from './metricGate';
import { StoredGateRun } from './StoredGateRun';

const ARTIFACT = 'artifact';
/** A gate that finds several cannot choose, so not all of them are kept. */
const MAX_MEASUREMENTS = 100;

/**
 * Runs the gates of a stage on what is known of a version. Where an alias of
 * the target drifted there is one more, which no policy has to ask for. Pure.
 */
export function evaluateGates(options: {
  stage: PolicyStage;
  version: ModelVersion;
  /** What evaluations of the version say. */
  measurements: readonly Measurement[];
  policyDigest: string;
  previous: readonly StoredGateRun[];
  /** Drifts of aliases of the target that are not over. */
  drifts?: readonly GateDrift[];
  /** Where a gate of the stage asks for it. */
  contract?: ContractFacts;
  now: Date;
}): StoredGateRun[] {
  const { stage, version, policyDigest, previous, now } = options;
  // Of equal age, an evaluation says more than a metric of a run.
  const measurements: Measurement[] = [
    ...version.metrics,
    ...options.measurements,
  ];
  const at = now.toISOString();
  const attemptOf = (id: string) =>
    (previous.find(run => run.gateId === id)?.attempt ?? 0) + 1;
  const byPolicy = (stage.gates ?? []).map((gate): StoredGateRun => {
    const { inputs, verdict } = judge(gate, {
      version,
      measurements,
      contract: options.contract,
      evaluatedAt: at,
    });
    return {
      gateId: gate.id,
      type: gate.type,
      enforcement: gate.enforcement ?? 'block',
      ...verdict,
      blocks: isBlocking(gate, verdict),
      startedAt: at,
      finishedAt: at,
      attempt: attemptOf(gate.id),
      policyDigest,
      inputs,
    };
  });
  const drifts = options.drifts ?? [];
  if (drifts.length === 0) {
    return byPolicy;
  }
  const inputs = { version: version.label, drifts: [...drifts] };
  const verdict = artifactGate(inputs);
  // A gate of a policy may have taken the name.
  const gateId = byPolicy.some(run => run.gateId === ARTIFACT)
    ? `${ARTIFACT}-drift`
    : ARTIFACT;
  return [
    {
      gateId,
      type: ARTIFACT,
      enforcement: 'block',
      ...verdict,
      blocks: verdict.status === 'fail',
      startedAt: at,
      finishedAt: at,
      attempt: attemptOf(gateId),
      policyDigest,
      inputs,
    },
    ...byPolicy,
  ];
}

function judge(
  gate: PolicyGate | PolicyContractGate,
  known: {
    version: ModelVersion;
    measurements: readonly Measurement[];
    contract?: ContractFacts;
    evaluatedAt: string;
  },
): { inputs: StoredGateRun['inputs']; verdict: GateVerdict } {
  const { version, contract, evaluatedAt } = known;
  const versionRef = `${version.model}@${version.label}`;
  if (gate.type === 'contract') {
    const inputs: ContractGateInput = {
      gate,
      versionRef,
      facts: contract ?? {
        breaks: [],
        doubts: ['The contract of the version was not looked at'],
        warnings: 0,
      },
      evaluatedAt,
    };
    return { inputs, verdict: contractGate(inputs) };
  }
  const inputs: MetricGateInput = {
    gate,
    versionRef,
    measurements: newestOfEachSeries(
      fittingMeasurements(gate, known.measurements),
    ).slice(0, MAX_MEASUREMENTS),
    evaluatedAt,
  };
  return { inputs, verdict: metricGate(inputs) };
}

/** Unknown is not pass: it blocks unless the policy says otherwise. */
function isBlocking(
  gate: PolicyGate | PolicyContractGate,
  verdict: GateVerdict,
): boolean {
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
