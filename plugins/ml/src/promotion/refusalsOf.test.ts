import { refusalsOf } from './refusalsOf';

describe('refusalsOf', () => {
  it('says the same reason once', () => {
    expect(
      refusalsOf({
        notAllowed: [
          { action: 'approve', reason: 'You asked for it' },
          { action: 'reject', reason: 'You asked for it' },
          { action: 'reevaluate', reason: 'It is not blocked' },
        ],
      }),
    ).toEqual([{ what: 'both', why: 'You asked for it' }]);
  });

  it('keeps different reasons apart', () => {
    expect(
      refusalsOf({
        notAllowed: [{ action: 'approve', reason: 'You have approved it' }],
      }),
    ).toEqual([{ what: 'approve', why: 'You have approved it' }]);
  });
});
