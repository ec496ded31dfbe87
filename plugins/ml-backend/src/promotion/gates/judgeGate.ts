import {
  AnyPolicyGate,
  PolicyArtifactGate,
  PolicyContractGate,
  PolicyGate,
} from '../../policy/PromotionPolicy';
import { artifactGate, ArtifactGateInput } from './artifactGate';
import { contractGate, ContractGateInput } from './contractGate';
import { GateFacts } from './GateFacts';
import { GateVerdict } from './GateVerdict';
import { metricGate } from './metric/metricGate';
import { MetricGateInput } from './metric/MetricGateInput';
import {
  selectMeasurements,
  selectReference,
} from './metric/selectMeasurements';
import { StoredGateRun } from './StoredGateRun';

/** What there is to judge a gate by. */
export interface GateQuestion {
  versionRef: string;
  facts: GateFacts;
  /** The run of the same gate before, if there was one. */
  before?: StoredGateRun;
  evaluatedAt: string;
}

/** Runs a gate, and answers what it has to keep to run again. Pure. */
export function judgeGate(
  gate: AnyPolicyGate,
  question: GateQuestion,
): { inputs: StoredGateRun['inputs']; verdict: GateVerdict } {
  switch (gate.type) {
    case 'contract': {
      const inputs = contractInputs(gate, question);
      return { inputs, verdict: contractGate(inputs) };
    }
    case 'artifact': {
      const inputs = artifactInputs(gate, question);
      return { inputs, verdict: artifactGate(inputs) };
    }
    default: {
      const inputs = metricInputs(gate, question);
      return { inputs, verdict: metricGate(inputs) };
    }
  }
}

function contractInputs(
  gate: PolicyContractGate,
  { versionRef, facts, evaluatedAt }: GateQuestion,
): ContractGateInput {
  return {
    gate,
    versionRef,
    facts: facts.contracts?.get(gate.id) ?? {
      breaks: [],
      doubts: ['The contract of the version was not looked at'],
      warnings: 0,
    },
    evaluatedAt,
  };
}

function artifactInputs(
  gate: PolicyArtifactGate,
  { versionRef, facts, before, evaluatedAt }: GateQuestion,
): ArtifactGateInput {
  const { artifact } = facts;
  if (!artifact) {
    throw new Error(`The files of ${versionRef} were not looked at`);
  }
  // What the gate saw first is what was asked for.
  const promised =
    before && 'artifact' in before.inputs
      ? before.inputs.artifact.promised
      : artifact.digest;
  return { gate, versionRef, artifact: { ...artifact, promised }, evaluatedAt };
}

function metricInputs(
  gate: PolicyGate,
  { versionRef, facts, evaluatedAt }: GateQuestion,
): MetricGateInput {
  const measurements = selectMeasurements(gate, facts.measurements);
  const { relativeTo } = gate.with;
  const reference = relativeTo && facts.references?.[relativeTo];
  return {
    gate,
    versionRef,
    measurements,
    ...(reference
      ? { reference: selectReference(gate, measurements, reference) }
      : {}),
    evaluatedAt,
  };
}
