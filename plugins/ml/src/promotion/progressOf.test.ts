import { promotionStates } from '@understudy/plugin-ml-common';
import { buildPromotion } from '../__testUtils__/builders';
import { progressOf } from './progressOf';

const line = (parts: Parameters<typeof buildPromotion>[0]) =>
  progressOf(buildPromotion(parts)).map(({ id, status }) => `${id} ${status}`);

describe('progressOf', () => {
  it('stands at the approvals while they are missing', () => {
    expect(line({ state: 'awaiting_approval' })).toEqual([
      'requested done',
      'gates done',
      'approvals current',
      'change todo',
      'finished todo',
    ]);
  });

  it('shows where a promotion was blocked, rejected or failed', () => {
    expect(line({ state: 'blocked' })).toContain('gates problem');
    expect(line({ state: 'rejected' })).toContain('approvals stopped');
    expect(line({ state: 'failed' })).toContain('change stopped');
  });

  it('says that a registry holds it up', () => {
    expect(line({ state: 'executing' })).toContain('change current');
    expect(
      line({ state: 'executing', execution: { attempt: 2, lastError: '502' } }),
    ).toContain('change problem');
  });

  it('stops a withdrawn promotion at the first thing that was missing', () => {
    expect(line({ state: 'cancelled' })).toContain('approvals stopped');
    expect(
      line({ state: 'expired', requirements: [], gateRuns: [] }),
    ).toContain('change stopped');
  });

  it('leaves out what a rollback does not need', () => {
    expect(
      line({ state: 'succeeded', requirements: [], gateRuns: [] }),
    ).toEqual(['requested done', 'change done', 'finished done']);
  });

  it.each(promotionStates)('has exactly one place for %s', state => {
    const steps = progressOf(buildPromotion({ state }));
    const open = steps.filter(
      ({ status }) => status !== 'done' && status !== 'todo',
    );
    const finished = state === 'succeeded' || state === 'rolled_back';
    expect(open).toHaveLength(finished ? 0 : 1);
  });
});
