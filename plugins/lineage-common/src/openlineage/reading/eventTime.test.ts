import fc from 'fast-check';
import { toEventTime, toShownTime } from './eventTime';

const now = new Date('2026-11-25T12:00:00Z');

describe('toEventTime', () => {
  it.each([
    ['2026-11-25T08:00:00Z', '2026-11-25T08:00:00.000000000Z'],
    ['2026-11-25T08:00:00.5Z', '2026-11-25T08:00:00.500000000Z'],
    ['2026-11-25T08:00:00.123456789Z', '2026-11-25T08:00:00.123456789Z'],
    ['2026-11-25T08:00:00.1234567891234Z', '2026-11-25T08:00:00.123456789Z'],
    ['2026-11-25T08:00:00.25+02:00', '2026-11-25T06:00:00.250000000Z'],
    ['2026-11-24T22:30:00-05:30', '2026-11-25T04:00:00.000000000Z'],
    ['2024-02-29T00:00:00z', '2024-02-29T00:00:00.000000000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000000000Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000000000Z'],
  ])('reads %s, strict or not', (text, expected) => {
    expect(toEventTime(text, { strict: true, now })).toBe(expected);
    expect(toEventTime(text, { now })).toBe(expected);
  });

  it.each([
    ['2020-12-28T19:52:00.001', '2020-12-28T19:52:00.001000000Z'],
    ['2020-12-28 19:52:00+0100', '2020-12-28T18:52:00.000000000Z'],
    ['2020-12-28T19:52Z', '2020-12-28T19:52:00.000000000Z'],
    ['2020-12-28T19:52:00+01', '2020-12-28T18:52:00.000000000Z'],
    [
      '2020-12-28T19:52:00.1+01:00[Europe/Paris]',
      '2020-12-28T18:52:00.100000000Z',
    ],
    ['2020-12-28T19:52:00,25Z', '2020-12-28T19:52:00.250000000Z'],
  ])('reads %s when it is not strict', (text, expected) => {
    expect(toEventTime(text)).toBe(expected);
    expect(() => toEventTime(text, { strict: true })).toThrow(
      `eventTime: '${text}' is not a date and time with time zone`,
    );
  });

  it.each([
    '',
    'yesterday',
    '2026-11-25',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-11-31T00:00:00Z',
    '2026-11-25T24:00:00Z',
    '2026-11-25T08:60:00Z',
    '2026-11-25T08:00:61Z',
    '2026-11-25T08:00:00+25:00',
    '2026-11-25T08:00:00.Z',
    '9999-12-31T23:59:59-23:59',
    '+275760-09-13T00:00:00Z',
    `2026-11-25T08:00:00.${'1'.repeat(100)}Z`,
    '2026-11-25T08:00:00Z\u0000',
  ])('refuses %j', text => {
    expect(() => toEventTime(text)).toThrow('is not a date and time');
  });

  it.each(['1969-12-31T23:59:59Z', '0001-01-01T00:00:00Z'])(
    'refuses %s as too early',
    text => {
      expect(() => toEventTime(text)).toThrow(
        `eventTime: '${text}' is before 1970`,
      );
    },
  );

  it('refuses what is more than a day after now', () => {
    expect(toEventTime('2026-11-26T12:00:00Z', { now })).toBe(
      '2026-11-26T12:00:00.000000000Z',
    );
    expect(() => toEventTime('2026-11-26T12:00:01Z', { now })).toThrow(
      "eventTime: '2026-11-26T12:00:01Z' is more than 24 hours after now, 2026-11-25T12:00:00.000Z",
    );
  });

  it.each([
    [undefined, 'run.at is missing'],
    [null, 'run.at: null is not a text'],
    [1764057600, 'run.at: 1764057600 is not a text'],
    [{}, 'run.at: an object is not a text'],
  ])('refuses %j', (value, message) => {
    expect(() => toEventTime(value, { path: 'run.at' })).toThrow(message);
  });

  it('sorts as the times do, whatever their zones', () => {
    const time = fc.date({
      min: new Date(0),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const withZone = fc
      .tuple(time, fc.integer({ min: -23, max: 23 }))
      .filter(([date, hours]) => date.getTime() + hours * 3_600_000 >= 0)
      .map(([date, hours]) => {
        const local = new Date(date.getTime() + hours * 3_600_000);
        const sign = hours < 0 ? '-' : '+';
        const zone = String(Math.abs(hours)).padStart(2, '0');
        return {
          date,
          text: `${local.toISOString().slice(0, -1)}${sign}${zone}:00`,
        };
      });
    fc.assert(
      fc.property(withZone, ({ date, text }) => {
        const expected = `${date.toISOString().slice(0, -1)}000000Z`;
        expect(toEventTime(text, { strict: true })).toBe(expected);
        expect(expected).toHaveLength(30);
      }),
    );
  });
});

describe('toShownTime', () => {
  it('leaves out what it cannot read, when it is not strict', () => {
    const options = { strict: false, path: 'at' };
    expect(toShownTime('None', options)).toBeUndefined();
    expect(toShownTime('0001-01-01T00:00:00Z', options)).toBeUndefined();
    expect(toShownTime('2126-01-01T00:00:00Z', options)).toBe(
      '2126-01-01T00:00:00.000000000Z',
    );
    expect(() => toShownTime(5, options)).toThrow('at: 5 is not a text');
    expect(() => toShownTime('None', { strict: true, path: 'at' })).toThrow(
      "at: 'None' is not a date",
    );
  });
});
