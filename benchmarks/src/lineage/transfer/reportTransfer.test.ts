import { reportTransfer } from './reportTransfer';

describe('reportTransfer', () => {
  const peer = {
    name: 'peer',
    requests: 5,
    times: [100, 200, 300],
    lineBytes: 10_240,
    jsonBytes: 102_400,
  };
  const report = (time: number, lineBytes: number) =>
    reportTransfer(
      'Sent',
      { ...peer, name: 'ours', requests: 1, times: [time], lineBytes },
      peer,
    );

  it('compares time and size with the peer', () => {
    expect(report(20, 1024)).toMatchObject({
      rows: [
        ['ours', '1', '20.0', '20.0', '10', '1.0', '10', '100.0', '1.0'],
        ['peer', '5', '200.0', '300.0', '1.0', '10.0', '1.0', '100.0', '1.0'],
      ],
      missed: [],
    });
  });

  it('names promises that do not hold', () => {
    expect(report(50, 5120).missed).toEqual([
      "Sent: 'ours' is 4.0 times faster than the peer; promised is at least 5",
      "Sent: 'ours' is 2.0 times smaller than the peer; promised is at least 5",
    ]);
  });
});
