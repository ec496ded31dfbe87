import { formatTarget } from './formatTarget';

describe('formatTarget', () => {
  it('names the stage only where the environment does not', () => {
    const target = { environment: 'production', segment: 'market=de' };
    expect(formatTarget(target, { stage: 'production' })).toBe(
      'production · market=de',
    );
    expect(formatTarget(target, { stage: 'canary' })).toBe(
      'canary · production · market=de',
    );
  });
});
