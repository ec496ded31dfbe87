import { durationParts } from './formatDuration';

describe('durationParts', () => {
  it.each([
    ['PT36H', [{ unit: 'hours', amount: 36 }]],
    [
      'P1Y6M',
      [
        { unit: 'years', amount: 1 },
        { unit: 'months', amount: 6 },
      ],
    ],
    [
      'P1DT30M',
      [
        { unit: 'days', amount: 1 },
        { unit: 'minutes', amount: 30 },
      ],
    ],
    ['P2W', [{ unit: 'weeks', amount: 2 }]],
    ['PT0S', []],
    ['soon', undefined],
  ])('takes %s apart', (iso, parts) => {
    expect(durationParts(iso)).toEqual(parts);
  });
});
