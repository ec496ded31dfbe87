import { intakeLimits } from '@understudy/plugin-ml-common';
import { buildRecord } from '../__testUtils__/intakeBuilders';
import { fittingRecords, obstacleTo } from './bulkActions';

const mine = buildRecord('mine');
const theirs = buildRecord('theirs', { allowed: ['ignore'] });

describe('bulkActions', () => {
  it('leaves out what somebody may not decide', () => {
    expect(fittingRecords('claim', [mine, theirs])).toEqual([mine]);
    expect(obstacleTo('claim', [mine, theirs])).toBeUndefined();
  });

  it.each([
    ['claim', 'mayNotClaim'],
    ['bind', 'mayNotBind'],
    ['reset', 'nothingToReset'],
  ] as const)('says why none can be asked to %s', (action, obstacle) => {
    expect(obstacleTo(action, [theirs])).toBe(obstacle);
  });

  it('drafts what somebody may only read', () => {
    expect(fittingRecords('draft', [mine, theirs])).toHaveLength(2);
    expect(obstacleTo('draft', [theirs])).toBeUndefined();
  });

  it('does not bind prompts and models to one Model', () => {
    const prompt = buildRecord('greeting', { kind: 'prompt' });
    expect(obstacleTo('bind', [mine, prompt])).toBe('mixedKinds');
    expect(obstacleTo('bind', [prompt])).toBeUndefined();
  });

  it('keeps to the limits', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => buildRecord(`record-${i}`));
    expect(obstacleTo('ignore', many(intakeLimits.decisions))).toBeUndefined();
    expect(obstacleTo('ignore', many(intakeLimits.decisions + 1))).toBe(
      'tooMany',
    );
    expect(obstacleTo('draft', many(intakeLimits.drafts + 1))).toBe(
      'tooManyDrafts',
    );
  });
});
