import { waiverEnd } from './waiverEnd';

const now = '2026-11-26T12:00:00.000Z';

describe('waiverEnd', () => {
  it.each([
    ['2026-11-26', '2026-11-26T23:59:59.999Z'],
    ['2027-02-24', '2027-02-24T23:59:59.999Z'],
    ['2026-11-26T12:00:01Z', '2026-11-26T12:00:01.000Z'],
    ['2026-12-01T01:00:00+02:00', '2026-11-30T23:00:00.000Z'],
  ])('of %s is %s', (until, end) => {
    expect(waiverEnd(until, now)).toBe(end);
  });

  it.each([
    ['2026-11-25', /which is over/],
    ['2026-11-26T12:00:00Z', /which is over/],
    ['2027-02-25', /later than 2027-02-24, 90 days/],
    ['2027-02-30', /which is no day/],
    ['2026-12-01T25:00:00Z', /no ISO 8601 time/],
    ['soon', /which is no day/],
  ])('of %s is refused', (until, message) => {
    expect(() => waiverEnd(until, now)).toThrow(message);
  });
});
