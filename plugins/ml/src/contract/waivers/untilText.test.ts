import { untilText } from './untilText';

describe('untilText', () => {
  it.each([
    ['2027-01-31T23:59:59.999Z', '2027-01-31'],
    ['2027-01-31', '2027-01-31'],
    ['2027-01-31T09:30:00.000Z', '2027-01-31 09:30 UTC'],
  ])('of %s is %s', (until, text) => {
    expect(untilText(until)).toBe(text);
  });
});
