import { reportSpeedups } from './reportSpeedups';

describe('reportSpeedups', () => {
  const ours = [1, 2, 3, 40];
  const peer = [100, 200, 300, 400];

  it('compares medians with the peer of each', () => {
    expect(
      reportSpeedups('Reads', [
        { name: 'near', times: ours, peer },
        { name: 'far', times: [0.25, 0.5], peer: [0.5] },
        { name: 'peer', times: peer },
      ]).rows,
    ).toEqual([
      ['near', '2.0', '40.0', '100'],
      ['far', '0.25', '0.50', '2.0'],
      ['peer', '200.0', '400.0', '-'],
    ]);
  });

  it('names promises that do not hold', () => {
    const missed = (promise: { p95?: number; faster?: number }) =>
      reportSpeedups('Reads', [{ name: 'near', times: ours, peer, promise }])
        .missed;
    expect(missed({ p95: 41, faster: 100 })).toEqual([]);
    expect(missed({ p95: 40, faster: 101 })).toEqual([
      "Reads: 'near' took 40 ms at the 95th percentile; promised are less than 40 ms",
      "Reads: 'near' is 100 times faster than the peer; promised is at least 101",
    ]);
  });
});
