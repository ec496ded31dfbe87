import { waiverDays } from './waiverDays';

describe('waiverDays', () => {
  it('are counted in UTC, from today to 90 days on', () => {
    expect(waiverDays(new Date('2026-11-26T23:30:00-02:00'))).toEqual({
      first: '2026-11-27',
      usual: '2026-12-27',
      last: '2027-02-25',
    });
  });
});
