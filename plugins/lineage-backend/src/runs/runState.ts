import { LineageRunState } from '@understudy/plugin-lineage-common';

const states: LineageRunState[] = [
  'unknown',
  'running',
  'complete',
  'aborted',
  'failed',
];

/** The state of a run, from how it is stored. */
export function runStateOf(stored: number | null): LineageRunState {
  return states[stored ?? 0] ?? 'unknown';
}
