import { reportGrowth } from './reportGrowth';

describe('reportGrowth', () => {
  const report = (promises: { p95: number; growth: number }) =>
    reportGrowth({
      title: 'Reads',
      sizes: ['10 jobs', '1000 jobs'],
      grown: [
        {
          name: 'near',
          times: [
            [2, 2, 3],
            [3, 3, 9],
          ],
          promise: promises.p95,
        },
        { name: 'peer', times: [[1], [20]] },
      ],
      promise: promises.growth,
    });

  it('has a row for each thing and columns for each size', () => {
    expect(report({ p95: 10, growth: 2 })).toEqual({
      title: 'Reads',
      columns: [
        '',
        '10 jobs: p50 ms',
        'p95 ms',
        '1000 jobs: p50 ms',
        'p95 ms',
        'growth',
      ],
      rows: [
        ['near', '2.0', '3.0', '3.0', '9.0', '1.5'],
        ['peer', '1.0', '1.0', '20.0', '20.0', '20.0'],
      ],
      missed: [],
    });
  });

  it('names promises that do not hold', () => {
    expect(report({ p95: 9, growth: 1.4 }).missed).toEqual([
      "Reads: 'near' took 9 ms at the 95th percentile with 1000 jobs; promised are less than 9 ms",
      "Reads: 'near' takes 1.5 times as long with 1000 jobs as with 10 jobs; promised is at most 1.4",
    ]);
  });
});
