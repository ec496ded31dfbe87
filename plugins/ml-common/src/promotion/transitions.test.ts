import fc from 'fast-check';
import {
  finalPromotionStates,
  pendingPromotionStates,
  promotionStates,
  PromotionState,
} from './states';
import {
  nextPromotionState,
  PromotionEvent,
  promotionEvents,
  PromotionFacts,
} from './transitions';

/** Every transition with the facts that allow it and the state that follows. */
const table: [
  PromotionState,
  PromotionEvent,
  PromotionFacts,
  PromotionState,
][] = [
  ['draft', 'submit', { submittable: true }, 'evaluating'],
  ['evaluating', 'gates.done', { blockingGates: 0 }, 'awaiting_approval'],
  [
    'evaluating',
    'gates.done',
    { blockingGates: 0, approvalsComplete: true },
    'approved',
  ],
  ['evaluating', 'gates.done', { blockingGates: 1 }, 'blocked'],
  [
    'evaluating',
    'gates.done',
    { blockingGates: 1, approvalsComplete: true },
    'blocked',
  ],
  ['blocked', 'reevaluate', {}, 'evaluating'],
  ['blocked', 'evidence.changed', {}, 'evaluating'],
  ['blocked', 'override', { overrideAllowed: true }, 'evaluating'],
  ['awaiting_approval', 'approve', { eligible: true }, 'awaiting_approval'],
  [
    'awaiting_approval',
    'approve',
    { eligible: true, approvalsComplete: true },
    'approved',
  ],
  ['awaiting_approval', 'reject', { eligible: true, veto: true }, 'rejected'],
  ['awaiting_approval', 'invalidate', {}, 'evaluating'],
  ['approved', 'invalidate', {}, 'evaluating'],
  ['scheduled', 'invalidate', {}, 'evaluating'],
  ['approved', 'schedule', { windowOpen: true }, 'scheduled'],
  ['approved', 'execute', { recheckPassed: true }, 'executing'],
  ['scheduled', 'execute', { recheckPassed: true, due: true }, 'executing'],
  ['approved', 'window.closed', {}, 'scheduled'],
  ['scheduled', 'window.closed', {}, 'scheduled'],
  ['approved', 'lock.busy', {}, 'approved'],
  ['scheduled', 'lock.busy', {}, 'scheduled'],
  ['executing', 'steps.ok', { verifies: true }, 'verifying'],
  ['executing', 'steps.ok', {}, 'succeeded'],
  ['executing', 'step.failed', { retriesExhausted: true }, 'compensating'],
  ['compensating', 'compensation.done', {}, 'failed'],
  ['compensating', 'compensation.done', { aborting: true }, 'aborted'],
  ['compensating', 'compensation.failed', {}, 'failed'],
  ['compensating', 'compensation.failed', { aborting: true }, 'failed'],
  ['verifying', 'verify.pass', {}, 'succeeded'],
  ['verifying', 'verify.fail', { onVerifyFailure: 'rollback' }, 'rolled_back'],
  ['verifying', 'verify.fail', { onVerifyFailure: 'hold' }, 'paused'],
  ['verifying', 'verify.inconclusive', {}, 'paused'],
  ['paused', 'resume', { operator: true }, 'verifying'],
  ['paused', 'rollback', { operator: true }, 'rolled_back'],
  ['paused', 'abort', { operator: true }, 'compensating'],
  ['executing', 'abort', { operator: true }, 'compensating'],
  ['verifying', 'abort', { operator: true }, 'compensating'],
  ['succeeded', 'rollback.succeeded', {}, 'rolled_back'],
  ...pendingPromotionStates.flatMap(
    (
      state,
    ): [PromotionState, PromotionEvent, PromotionFacts, PromotionState][] => [
      [state, 'cancel', { mayWithdraw: true }, 'cancelled'],
      [state, 'timer', {}, 'expired'],
      [state, 'supersede', { supersedable: true }, 'superseded'],
    ],
  ),
];

const everyFact: PromotionFacts = {
  submittable: true,
  blockingGates: 0,
  approvalsComplete: true,
  overrideAllowed: true,
  eligible: true,
  veto: true,
  windowOpen: true,
  recheckPassed: true,
  due: true,
  verifies: true,
  retriesExhausted: true,
  aborting: true,
  onVerifyFailure: 'rollback',
  operator: true,
  mayWithdraw: true,
  supersedable: true,
};

const facts = fc.record<PromotionFacts>(
  {
    submittable: fc.boolean(),
    blockingGates: fc.nat({ max: 3 }),
    approvalsComplete: fc.boolean(),
    overrideAllowed: fc.boolean(),
    eligible: fc.boolean(),
    veto: fc.boolean(),
    windowOpen: fc.boolean(),
    recheckPassed: fc.boolean(),
    due: fc.boolean(),
    verifies: fc.boolean(),
    retriesExhausted: fc.boolean(),
    aborting: fc.boolean(),
    onVerifyFailure: fc.constantFrom('rollback', 'hold'),
    operator: fc.boolean(),
    mayWithdraw: fc.boolean(),
    supersedable: fc.boolean(),
  },
  { requiredKeys: [] },
);
const states = fc.constantFrom(...promotionStates);
const events = fc.constantFrom(...promotionEvents);

describe('nextPromotionState', () => {
  it.each(table)('%s + %s %j -> %s', (state, event, given, expected) => {
    expect(nextPromotionState(state, event, given)).toMatchObject({
      legal: true,
      state: expected,
    });
  });

  const pairs = promotionStates.flatMap(state =>
    promotionEvents.map((event): [PromotionState, PromotionEvent] => [
      state,
      event,
    ]),
  );
  const inTable = (state: PromotionState, event: PromotionEvent) =>
    table.some(line => line[0] === state && line[1] === event);

  it.each(pairs.filter(([state, event]) => !inTable(state, event)))(
    'refuses %s + %s whatever the facts, and says what exists instead',
    (state, event) => {
      const result = nextPromotionState(state, event, everyFact);
      expect(result).toEqual({
        legal: false,
        state,
        refusedBy: 'event',
        allowed: promotionEvents.filter(name => inTable(state, name)),
      });
    },
  );

  it.each([
    ['draft', 'submit'],
    ['evaluating', 'gates.done'],
    ['blocked', 'override'],
    ['awaiting_approval', 'approve'],
    ['awaiting_approval', 'reject'],
    ['approved', 'schedule'],
    ['approved', 'execute'],
    ['scheduled', 'execute'],
    ['executing', 'step.failed'],
    ['executing', 'abort'],
    ['verifying', 'verify.fail'],
    ['paused', 'resume'],
    ['approved', 'cancel'],
    ['approved', 'supersede'],
  ] as [PromotionState, PromotionEvent][])(
    'refuses %s + %s when the facts are not given',
    (state, event) => {
      const result = nextPromotionState(state, event);
      expect(result).toMatchObject({ legal: false, refusedBy: 'guard' });
      expect(result.legal || result.allowed).toContain(event);
    },
  );

  it('leaves a final state only by a later rollback', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...finalPromotionStates),
        events,
        facts,
        (state, event, given) => {
          const result = nextPromotionState(state, event, given);
          expect(result.legal).toBe(
            state === 'succeeded' && event === 'rollback.succeeded',
          );
        },
      ),
    );
  });

  it('never executes without passing the approval and the re-check', () => {
    fc.assert(
      fc.property(states, events, facts, (state, event, given) => {
        const result = nextPromotionState(state, event, given);
        const entered = (wanted: PromotionState) =>
          result.state === wanted && state !== wanted;
        expect(
          !entered('executing') ||
            (['approved', 'scheduled'].includes(state) &&
              given.recheckPassed === true),
        ).toBe(true);
        expect(!entered('approved') || given.approvalsComplete === true).toBe(
          true,
        );
      }),
    );
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<PromotionState>(['draft']);
    for (const _ of promotionStates) {
      for (const [from, , , to] of table) {
        if (reached.has(from)) {
          reached.add(to);
        }
      }
    }
    expect([...reached].sort()).toEqual([...promotionStates].sort());
  });

  it('ends every walk in a final state once nothing but a timer comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(events, facts), { maxLength: 30 }),
        steps => {
          let state: PromotionState = 'draft';
          for (const [event, given] of steps) {
            const before = state;
            const result = nextPromotionState(state, event, given);
            state = result.state;
            expect(result.legal || state === before).toBe(true);
          }
          const end = nextPromotionState(state, 'timer');
          expect(end.legal).toBe(pendingPromotionStates.includes(state));
        },
      ),
    );
  });
});
