import { GateExplanation } from '@understudy/plugin-ml-common';
import { gateWords } from '../../policy/policyWords';
import { contractGate } from './contractGate';
import { metricGate } from './metricGate';
import { StoredGateRun, toGateRun } from './StoredGateRun';

/** Runs a gate again on what it decided on, and compares. Pure. */
export function explainGate(run: StoredGateRun): GateExplanation {
  const replay =
    'facts' in run.inputs ? contractGate(run.inputs) : metricGate(run.inputs);
  return {
    words: gateWords(run.inputs.gate),
    run: toGateRun(run),
    inputs: { ...run.inputs },
    replay: {
      status: replay.status,
      summary: replay.summary,
      same: replay.status === run.status && replay.summary === run.summary,
    },
  };
}
