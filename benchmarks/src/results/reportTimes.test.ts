import { reportTimes } from './reportTimes';

describe('reportTimes', () => {
  const times = new Map([
    ['list', [10, 12, 11, 300]],
    ['peer', [4, 5, 6, 50]],
    ['page', [20, 20, 20, 20]],
  ]);

  it('compares medians with the peer, which comes last', () => {
    const { rows } = reportTimes({
      title: 'Reads',
      times,
      peer: 'peer',
      promise: 1000,
    });
    expect(rows).toEqual([
      ['list', '11.0', '300.0', '2.2'],
      ['page', '20.0', '20.0', '4.0'],
      ['peer: peer', '5.0', '50.0', '1.0'],
    ]);
  });

  it('names what took longer than promised, but not the peer', () => {
    const report = (promise: number) =>
      reportTimes({ title: 'Reads', times, peer: 'peer', promise }).missed;
    expect(report(1000)).toEqual([]);
    expect(report(50)).toEqual([
      "Reads: 'list' took 300 ms at the 95th percentile; promised are less than 50 ms",
    ]);
    expect(report(20)).toHaveLength(2);
  });

  it('does not work without the peer', () => {
    expect(() =>
      reportTimes({ title: 'Reads', times, peer: 'nobody', promise: 1 }),
    ).toThrow('no quantile of nothing');
  });
});
