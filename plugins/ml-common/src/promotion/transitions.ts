import { pendingPromotionStates, PromotionState } from './states';

/**
 * Everything that can happen to a promotion.
 *
 * @public
 */
export const promotionEvents = [
  'submit',
  'gates.done',
  'reevaluate',
  'evidence.changed',
  'override',
  'approve',
  'reject',
  'invalidate',
  'schedule',
  'execute',
  'window.closed',
  'lock.busy',
  'steps.ok',
  'step.failed',
  'compensation.done',
  'compensation.failed',
  'verify.pass',
  'verify.fail',
  'verify.inconclusive',
  'resume',
  'rollback',
  'abort',
  'rollback.succeeded',
  'cancel',
  'timer',
  'supersede',
] as const;

/**
 * One thing that can happen to a promotion.
 *
 * @public
 */
export type PromotionEvent = (typeof promotionEvents)[number];

/**
 * What the caller of {@link nextPromotionState} has to do when it stores the
 * new state.
 *
 * @public
 */
export type PromotionEffect =
  | 'freeze-subject'
  | 'run-gates'
  | 'notify-approvers'
  | 'notify-outcome'
  | 'record-approval'
  | 'record-override'
  | 'stale-approvals'
  | 'enter-calendar'
  | 'run-steps'
  | 'wait'
  | 'open-assignment'
  | 'start-verification'
  | 'compensate'
  | 'roll-back'
  | 'count-change-failure'
  | 'link-superseding';

/**
 * The facts that guards look at. A fact that is left out counts as not given:
 * a transition that needs it is refused.
 *
 * @public
 */
export interface PromotionFacts {
  /** The version exists, its digest fits and the stage can be reached. */
  submittable?: boolean;
  /** How many gates stand in the way. */
  blockingGates?: number;
  /** Every approval that is needed is given. */
  approvalsComplete?: boolean;
  overrideAllowed?: boolean;
  /** The caller may decide on an open requirement. */
  eligible?: boolean;
  /** The requirement lets one person stop the promotion. */
  veto?: boolean;
  /** The moment asked for lies in an open window. */
  windowOpen?: boolean;
  /** What was approved is still what would be done, and approved still. */
  recheckPassed?: boolean;
  /** A scheduled promotion has reached its time. */
  due?: boolean;
  /** The stage checks the outcome before it counts as done. */
  verifies?: boolean;
  retriesExhausted?: boolean;
  /** The compensation follows an abort, not a failure. */
  aborting?: boolean;
  onVerifyFailure?: 'rollback' | 'hold';
  /** The caller is an owner or on call. */
  operator?: boolean;
  /** The caller asked for it, owns the model or administers the portal. */
  mayWithdraw?: boolean;
  /** A newer promotion of the same target may take this one's place. */
  supersedable?: boolean;
}

/**
 * The outcome of {@link nextPromotionState}.
 *
 * @public
 */
export type PromotionTransition =
  | { legal: true; state: PromotionState; effects: PromotionEffect[] }
  | {
      legal: false;
      state: PromotionState;
      /** The events that exist in this state, whether or not their guards hold. */
      allowed: PromotionEvent[];
      /** `event`: no such transition. `guard`: it exists, its condition fails. */
      refusedBy: 'event' | 'guard';
    };

interface Row {
  from: readonly PromotionState[];
  on: readonly PromotionEvent[];
  guard?: (facts: PromotionFacts) => boolean;
  /** Left out: the state stays. */
  to?: PromotionState;
  effects: PromotionEffect[];
}

const noBlockingGate = (f: PromotionFacts) => f.blockingGates === 0;

/**
 * The life cycle, one line per transition, in the order of the table in the
 * documentation. Of the lines with the same state and event the first whose
 * guard holds applies.
 */
const rows: readonly Row[] = [
  {
    from: ['draft'],
    on: ['submit'],
    guard: f => f.submittable === true,
    to: 'evaluating',
    effects: ['freeze-subject', 'run-gates'],
  },
  {
    from: ['evaluating'],
    on: ['gates.done'],
    guard: f => noBlockingGate(f) && f.approvalsComplete === true,
    to: 'approved',
    effects: ['run-steps'],
  },
  {
    from: ['evaluating'],
    on: ['gates.done'],
    guard: noBlockingGate,
    to: 'awaiting_approval',
    effects: ['notify-approvers'],
  },
  {
    from: ['evaluating'],
    on: ['gates.done'],
    guard: f => f.blockingGates !== undefined && f.blockingGates > 0,
    to: 'blocked',
    effects: ['notify-outcome'],
  },
  {
    from: ['blocked'],
    on: ['reevaluate', 'evidence.changed'],
    to: 'evaluating',
    effects: ['run-gates'],
  },
  {
    from: ['blocked'],
    on: ['override'],
    guard: f => f.overrideAllowed === true,
    to: 'evaluating',
    effects: ['record-override', 'run-gates'],
  },
  {
    from: ['awaiting_approval'],
    on: ['approve'],
    guard: f => f.eligible === true && f.approvalsComplete === true,
    to: 'approved',
    effects: ['record-approval', 'run-steps'],
  },
  {
    from: ['awaiting_approval'],
    on: ['approve'],
    guard: f => f.eligible === true,
    effects: ['record-approval'],
  },
  {
    from: ['awaiting_approval'],
    on: ['reject'],
    guard: f => f.eligible === true && f.veto === true,
    to: 'rejected',
    effects: ['record-approval', 'notify-outcome'],
  },
  {
    from: ['awaiting_approval', 'approved', 'scheduled'],
    on: ['invalidate'],
    to: 'evaluating',
    effects: ['stale-approvals', 'run-gates'],
  },
  {
    from: ['approved'],
    on: ['schedule'],
    guard: f => f.windowOpen === true,
    to: 'scheduled',
    effects: ['enter-calendar'],
  },
  {
    from: ['approved'],
    on: ['execute'],
    guard: f => f.recheckPassed === true,
    to: 'executing',
    effects: ['run-steps'],
  },
  {
    from: ['scheduled'],
    on: ['execute'],
    guard: f => f.recheckPassed === true && f.due === true,
    to: 'executing',
    effects: ['run-steps'],
  },
  {
    from: ['approved', 'scheduled'],
    on: ['window.closed'],
    to: 'scheduled',
    effects: ['wait'],
  },
  { from: ['approved', 'scheduled'], on: ['lock.busy'], effects: ['wait'] },
  {
    from: ['executing'],
    on: ['steps.ok'],
    guard: f => f.verifies === true,
    to: 'verifying',
    effects: ['open-assignment', 'start-verification'],
  },
  {
    from: ['executing'],
    on: ['steps.ok'],
    to: 'succeeded',
    effects: ['open-assignment', 'notify-outcome'],
  },
  {
    from: ['executing'],
    on: ['step.failed'],
    guard: f => f.retriesExhausted === true,
    to: 'compensating',
    effects: ['compensate'],
  },
  {
    from: ['compensating'],
    on: ['compensation.done'],
    guard: f => f.aborting === true,
    to: 'aborted',
    effects: ['notify-outcome'],
  },
  {
    from: ['compensating'],
    on: ['compensation.done', 'compensation.failed'],
    to: 'failed',
    effects: ['notify-outcome'],
  },
  {
    from: ['verifying'],
    on: ['verify.pass'],
    to: 'succeeded',
    effects: ['notify-outcome'],
  },
  {
    from: ['verifying'],
    on: ['verify.fail'],
    guard: f => f.onVerifyFailure === 'rollback',
    to: 'rolled_back',
    effects: ['roll-back', 'notify-outcome'],
  },
  {
    from: ['verifying'],
    on: ['verify.fail'],
    guard: f => f.onVerifyFailure === 'hold',
    to: 'paused',
    effects: ['notify-outcome'],
  },
  {
    from: ['verifying'],
    on: ['verify.inconclusive'],
    to: 'paused',
    effects: ['notify-outcome'],
  },
  {
    from: ['paused'],
    on: ['resume'],
    guard: f => f.operator === true,
    to: 'verifying',
    effects: ['start-verification'],
  },
  {
    from: ['paused'],
    on: ['rollback'],
    guard: f => f.operator === true,
    to: 'rolled_back',
    effects: ['roll-back', 'notify-outcome'],
  },
  {
    from: ['paused', 'executing', 'verifying'],
    on: ['abort'],
    guard: f => f.operator === true,
    to: 'compensating',
    effects: ['compensate'],
  },
  {
    from: ['succeeded'],
    on: ['rollback.succeeded'],
    to: 'rolled_back',
    effects: ['count-change-failure', 'notify-outcome'],
  },
  {
    from: pendingPromotionStates,
    on: ['cancel'],
    guard: f => f.mayWithdraw === true,
    to: 'cancelled',
    effects: ['notify-outcome'],
  },
  {
    from: pendingPromotionStates,
    on: ['timer'],
    to: 'expired',
    effects: ['notify-outcome'],
  },
  {
    from: pendingPromotionStates,
    on: ['supersede'],
    guard: f => f.supersedable === true,
    to: 'superseded',
    effects: ['link-superseding', 'notify-outcome'],
  },
];

/**
 * The life cycle of a promotion as a pure and total function: what state
 * follows and what has to be done, or which events exist instead. It never
 * throws.
 *
 * @public
 */
export function nextPromotionState(
  state: PromotionState,
  event: PromotionEvent,
  facts: PromotionFacts = {},
): PromotionTransition {
  const inState = rows.filter(row => row.from.includes(state));
  const candidates = inState.filter(row => row.on.includes(event));
  const match = candidates.find(row => row.guard?.(facts) ?? true);
  if (match) {
    return { legal: true, state: match.to ?? state, effects: match.effects };
  }
  return {
    legal: false,
    state,
    allowed: promotionEvents.filter(name =>
      inState.some(row => row.on.includes(name)),
    ),
    refusedBy: candidates.length > 0 ? 'guard' : 'event',
  };
}
