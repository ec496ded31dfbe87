import { GateExplanation } from '@understudy/plugin-ml-common';
import { gateWords } from '../../policy/policyWords';
import { artifactGate, artifactGateWords } from './artifactGate';
import { contractGate } from './contractGate';
import { metricGate } from './metricGate';
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
    return [artifactGateWords, artifactGate(inputs)];
  }
  return [
    gateWords(inputs.gate),
    'facts' in inputs ? contractGate(inputs) : metricGate(inputs),
  ];
}
