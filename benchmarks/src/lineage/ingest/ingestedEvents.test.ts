import { gunzipSync } from 'node:zlib';
import { ingestedEvents, shuffledThrice, toBatches } from './ingestedEvents';

const end = new Date('2026-11-20T00:00:00Z');
const timesOf = (events: string[]) =>
  events.map(event => Date.parse(JSON.parse(event).eventTime));

describe('ingestedEvents', () => {
  it('gives as many different events as asked for, however many', () => {
    const events = ingestedEvents(6_000, end);
    expect(new Set(events).size).toBe(6_000);
    expect(Math.max(...timesOf(events))).toBeLessThanOrEqual(end.getTime());
  });

  it('gives them in the order in which they happened', () => {
    const times = timesOf(ingestedEvents(500, end));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

describe('shuffledThrice', () => {
  it('has each three times, and not in order', () => {
    const events = ['a', 'b', 'c', 'd'];
    const shuffled = shuffledThrice(events);
    expect([...shuffled].sort()).toEqual([...'aaabbbcccddd']);
    expect(shuffled).not.toEqual([...events, ...events, ...events]);
  });
});

describe('toBatches', () => {
  it('makes lists that can be read', () => {
    const batches = toBatches(['{"a":1}', '{"a":2}', '{"a":3}'], 2);
    expect(
      batches.map(batch => JSON.parse(gunzipSync(batch).toString())),
    ).toEqual([[{ a: 1 }, { a: 2 }], [{ a: 3 }]]);
  });
});
