import { LineageRunState } from '../../graph/types';
import { RunFacts, RunSummary } from '../facts';

const STATES: Record<1 | 2 | 3, LineageRunState> = {
  1: 'complete',
  2: 'aborted',
  3: 'failed',
};

/**
 * State and times of a run. An event that ends it holds whatever comes later:
 * a late START does not open it again.
 *
 * @public
 */
export function summarizeRun(facts: RunFacts): RunSummary {
  const summary: RunSummary = { state: facts.running ? 'running' : 'unknown' };
  const startedAt = facts.start ?? facts.first;
  if (startedAt !== undefined) {
    summary.startedAt = startedAt;
  }
  if (facts.terminal) {
    summary.state = STATES[facts.terminal.rank];
    summary.endedAt = facts.terminal.at;
  }
  return summary;
}
