import fc from 'fast-check';
import { read, runEvent } from '../__testUtils__/events';
import { RunFacts } from '../facts';
import { mergeRunFacts } from './mergeRunFacts';
import { summarizeRun } from './summarizeRun';

const nothing: RunFacts = { inputs: {}, outputs: {} };
const time = (second: number) => `2026-11-25T08:00:0${second}.000000000Z`;

function summaryOf(...events: [eventType: string, second: number][]) {
  return summarizeRun(
    events
      .map(([eventType, second]) =>
        read(runEvent({ eventType, eventTime: time(second) })),
      )
      .reduce(
        (facts, { run }) => mergeRunFacts(facts, run?.facts ?? nothing),
        nothing,
      ),
  );
}

describe('summarizeRun', () => {
  it('knows nothing of a run that was only named by others', () => {
    expect(summaryOf()).toEqual({ state: 'unknown' });
  });

  it.each([
    ['OTHER', { state: 'unknown', startedAt: time(3) }],
    ['START', { state: 'running', startedAt: time(3) }],
    ['RUNNING', { state: 'running', startedAt: time(3) }],
    ['COMPLETE', { state: 'complete', startedAt: time(3), endedAt: time(3) }],
    ['ABORT', { state: 'aborted', startedAt: time(3), endedAt: time(3) }],
    ['FAIL', { state: 'failed', startedAt: time(3), endedAt: time(3) }],
  ])('%s alone', (type, expected) => {
    expect(summaryOf([type, 3])).toEqual(expected);
  });

  it.each(['START', 'RUNNING', 'OTHER'])(
    'is not opened again by a later %s',
    type => {
      expect(summaryOf(['START', 1], ['COMPLETE', 2], [type, 5])).toEqual({
        state: 'complete',
        startedAt: time(1),
        endedAt: time(2),
      });
    },
  );

  it('takes the latest of several ends', () => {
    expect(summaryOf(['FAIL', 2], ['COMPLETE', 3])).toMatchObject({
      state: 'complete',
      endedAt: time(3),
    });
  });

  it.each([
    [['COMPLETE', 'ABORT'], 'aborted'],
    [['COMPLETE', 'FAIL'], 'failed'],
    [['ABORT', 'FAIL'], 'failed'],
    [['COMPLETE', 'ABORT', 'FAIL'], 'failed'],
  ])('of %p at the same time takes %s', (types, state) => {
    const events = types.map((type): [string, number] => [type, 4]);
    expect(summaryOf(...events).state).toBe(state);
    expect(summaryOf(...events.reverse()).state).toBe(state);
  });

  it('starts at the earliest START, not at an earlier OTHER', () => {
    expect(
      summaryOf(['OTHER', 1], ['START', 3], ['START', 2], ['RUNNING', 4]),
    ).toEqual({ state: 'running', startedAt: time(2) });
  });

  it('starts at its earliest event when no START came', () => {
    expect(summaryOf(['COMPLETE', 4], ['OTHER', 2])).toMatchObject({
      startedAt: time(2),
      endedAt: time(4),
    });
  });

  it('never goes back from an end, whatever else comes', () => {
    const step = fc.tuple(
      fc.constantFrom('START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER'),
      fc.integer({ min: 0, max: 9 }),
    );
    fc.assert(
      fc.property(fc.array(step), step, (steps, more) => {
        const before = summaryOf(...steps);
        const after = summaryOf(...steps, more);
        const rank = {
          unknown: 0,
          running: 1,
          complete: 2,
          aborted: 2,
          failed: 2,
        };
        expect(rank[after.state]).toBeGreaterThanOrEqual(rank[before.state]);
        expect((after.endedAt ?? '') >= (before.endedAt ?? '')).toBe(true);
      }),
    );
  });
});
