import { GateExplanation } from '@understudy/plugin-ml-common';
import { gateWords } from '../../policy/policyWords';
import { artifactGate } from './artifactGate';
import { contractGate } from './contractGate';
import { driftGate, driftGateWords } from './driftGate';
import { metricGate } from './metric/metricGate';
import { StoredGateRun, toGateRun } from './StoredGateRun';

/** Runs a gate again on what it decided on, and compares. Pure. */
export function explainGate(run: StoredGateRun): GateExplanation {
  const { inputs } = run;
  const [words, replay] = replayOf(inputs);
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

function replayOf(
  inputs: StoredGateRun['inputs'],
): [words: string, replay: Pick<StoredGateRun, 'status' | 'summary'>] {
  if ('drifts' in inputs) {
    return [driftGateWords, driftGate(inputs)];
  }
  const words = gateWords(inputs.gate);
  if ('artifact' in inputs) {
    return [words, artifactGate(inputs)];
  }
  return [words, 'facts' in inputs ? contractGate(inputs) : metricGate(inputs)];
}
