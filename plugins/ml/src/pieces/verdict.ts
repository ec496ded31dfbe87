import { GateStatus } from '@understudy/plugin-ml-common';

/** The five things that can be said of a piece of evidence. */
export type Verdict = 'pass' | 'fail' | 'unknown' | 'waived' | 'notApplicable';

const VERDICTS: Record<GateStatus, Verdict> = {
  pass: 'pass',
  // A warning is a failed check that does not stop the promotion.
  warn: 'fail',
  fail: 'fail',
  error: 'fail',
  // What is not known yet is not known.
  unknown: 'unknown',
  pending: 'unknown',
  running: 'unknown',
  skipped: 'notApplicable',
  overridden: 'waived',
};

export function verdictOf(status: GateStatus): Verdict {
  return VERDICTS[status];
}
