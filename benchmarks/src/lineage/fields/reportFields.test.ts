import { reportFields } from './reportFields';

describe('reportFields', () => {
  const report = (long: number) =>
    reportFields('Fields', [
      { rungs: 10, times: [4, 5, 6], peer: { ms: 50, finished: true } },
      { rungs: 100, times: [long], peer: { ms: 1_000, finished: false } },
    ]);

  it('compares rungs with those of the shortest, and each with its peer', () => {
    expect(report(50)).toMatchObject({
      rows: [
        ['10 rungs, 2^10 ways', '5.0', '6.0', '0.50', '1.00', '10'],
        [expect.stringMatching(/paths$/), '50.0', '-', '5.00', '-', '-'],
        ['100 rungs, 2^100 ways', '50.0', '50.0', '0.50', '1.00', '> 20'],
        [expect.stringMatching(/given up$/), '1000.0', '-', '10.00', '-', '-'],
      ],
      missed: [],
    });
  });

  it('names a ladder whose rungs take longer', () => {
    expect(report(100).missed).toEqual([
      'Fields: a rung takes 2.0 times as long with 100 rungs as with 10; promised is at most 1.5',
    ]);
  });
});
