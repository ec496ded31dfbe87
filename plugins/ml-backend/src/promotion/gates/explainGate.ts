import { GateExplanation } from '@understudy/plugin-ml-common';
import { gateWords } from '../../policy/policyWords';
import { artifactGate, artifactGateWords } from './artifactGate';
import { metricGate } from './metricGate';
import { StoredGateRun, toGateRun } from './StoredGateRun';

/** Runs a gate again on what it decided on, and compares. Pure. */
export function explainGate(run: StoredGateRun): GateExplanation {
  const { inputs } = run;
  const [words, replay] =
    'drifts' in inputs
      ? [artifactGateWords, artifactGate(inputs)]
      : [gateWords(inputs.gate), metricGate(inputs)];
  return {
    words,
    run: toGateRun(run),
    inputs: { ...inputs },
    replay: {
      status: replay.status,
      summary: replay.summary,
      same: replay.status === run.status && replay.summary === run.summary,
    },
  };
}
