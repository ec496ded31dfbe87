import { LedgerEvent } from '@understudy/plugin-ml-common';

/** Events of the ledger that have words of their own on screen. */
const KNOWN = {
  'promotion.created': 'created',
  'promotion.submitted': 'submitted',
  'promotion.gate.started': 'gateStarted',
  'promotion.gate.finished': 'gateFinished',
  'promotion.blocked': 'blocked',
  'promotion.approval.requested': 'approvalRequested',
  'promotion.approval.stale': 'approvalStale',
  'promotion.approved': 'approved',
  'promotion.rejected': 'rejected',
  'promotion.executing': 'executing',
  'promotion.step.finished': 'stepFinished',
  'promotion.step.failed': 'stepFailed',
  'promotion.verifying': 'verifying',
  'promotion.succeeded': 'succeeded',
  'promotion.failed': 'failed',
  'promotion.cancelled': 'cancelled',
  'promotion.expired': 'expired',
  'promotion.superseded': 'superseded',
  'promotion.rolledback': 'rolledBack',
  'promotion.aborted': 'aborted',
  'promotion.reasoned': 'reasoned',
  'assignment.opened': 'assignmentOpened',
  'assignment.closed': 'assignmentClosed',
} as const;

/** The last part of a translation key `event.<...>`. */
export type KnownEvent = (typeof KNOWN)[keyof typeof KNOWN];

const PREFIX = 'dev.understudy.';

/**
 * What an event says: a known one by its key, any other, such as one of a
 * newer backend, by its own words.
 */
export function describeEvent(event: LedgerEvent): {
  known?: KnownEvent;
  words: string;
  detail?: string;
} {
  const verb = event.type.startsWith(PREFIX)
    ? event.type.slice(PREFIX.length)
    : event.type;
  return {
    known: isKnown(verb) ? KNOWN[verb] : undefined,
    words: verb.replace(/[._]/g, ' '),
    detail: detailOf(event),
  };
}

function isKnown(verb: string): verb is keyof typeof KNOWN {
  return Object.hasOwn(KNOWN, verb);
}

/** The one line of an event's facts that helps: gate and finding, or version. */
function detailOf(event: LedgerEvent): string | undefined {
  const { after = {} } = event.data;
  const parts = ['gate', 'status', 'summary'].map(name => after[name]);
  const texts = parts.filter(part => typeof part === 'string');
  return texts.length > 0 ? texts.join(', ') : undefined;
}
