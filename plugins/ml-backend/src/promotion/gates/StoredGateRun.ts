import { GateRun } from '@understudy/plugin-ml-common';
import { ArtifactGateInput } from './artifactGate';
import { ContractGateInput } from './contractGate';
import { DriftGateInput } from './driftGate';
import { MetricGateInput } from './metric/MetricGateInput';

/** A gate run with what it decided on, so that it can be run again. */
export interface StoredGateRun extends GateRun {
  inputs:
    MetricGateInput | ContractGateInput | ArtifactGateInput | DriftGateInput;
}

/** Without the inputs, which only an explanation shows. */
export function toGateRun(run: StoredGateRun): GateRun {
  const { inputs: _, ...shown } = run;
  return shown;
}
