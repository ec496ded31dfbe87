import { ModelVersion } from '@understudy/plugin-ml-common';
import {
  PolicyContractGate,
  PolicyGate,
  PolicyStage,
} from '../../policy/PromotionPolicy';
import { ContractFacts, contractGate, ContractGateInput } from './contractGate';
import { GateVerdict, metricGate, MetricGateInput } from './metricGate';
import { StoredGateRun } from './StoredGateRun';

/** Runs the gates of a stage on what is known of a version. Pure. */
export function evaluateGates(options: {
  stage: PolicyStage;
  version: ModelVersion;
  policyDigest: string;
  previous: readonly StoredGateRun[];
  /** Where a gate of the stage asks for it. */
  contract?: ContractFacts;
  now: Date;
}): StoredGateRun[] {
  const { stage, version, policyDigest, previous, now } = options;
  const at = now.toISOString();
  return (stage.gates ?? []).map(gate => {
    const { inputs, verdict } = judge(gate, {
      version,
      contract: options.contract,
      evaluatedAt: at,
    });
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

function judge(
  gate: PolicyGate | PolicyContractGate,
  known: {
    version: ModelVersion;
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
    measurements: version.metrics.filter(
      metric => metric.name === gate.with.metric,
    ),
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
