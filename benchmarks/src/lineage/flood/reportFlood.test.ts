import { FloodPart, reportFlood } from './reportFlood';

const MB = 2 ** 20;
const part = (events: number, now: number): FloodPart => ({
  events,
  acceptedPerSecond: 3000.4,
  waiting: 10,
  memory: { now: now * MB, peak: (now + 100) * MB },
});
const drained = { ...part(30, 500), waiting: 0 };

describe('reportFlood', () => {
  it('lists what the portal was like after each part, and at the end', () => {
    const { rows, missed } = reportFlood(
      'A flood',
      [part(10, 500), part(20, 549)],
      drained,
    );
    expect(rows).toEqual([
      ['10 events', '3000', '10', '500', '600'],
      ['20 events', '3000', '10', '549', '649'],
      ['30 events', '-', '0', '500', '600'],
    ]);
    expect(missed).toEqual([]);
  });

  it('says when memory grew', () => {
    expect(
      reportFlood('A flood', [part(10, 500), part(20, 551)], drained).missed,
    ).toEqual([
      'A flood: memory grew by 51 MB after the first part; promised are less than 50',
    ]);
    expect(
      reportFlood('A flood', [part(10, 500)], {
        ...drained,
        memory: { now: 560 * MB, peak: 560 * MB },
      }).missed,
    ).toHaveLength(1);
  });

  it('promises nothing where memory cannot be told', () => {
    const { rows, missed } = reportFlood(
      'A flood',
      [{ ...part(10, 1), memory: undefined }],
      { ...drained, memory: undefined },
    );
    expect(rows[0].slice(3)).toEqual(['-', '-']);
    expect(missed).toEqual([]);
  });
});
