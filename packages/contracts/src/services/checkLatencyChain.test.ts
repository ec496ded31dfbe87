import { checkLatencyChain } from './checkLatencyChain';

const chain = [
  { ref: 'a', latencyMs: { p50: 10, p99: 50 }, calls: ['b', 'c'] },
  { ref: 'b', latencyMs: { p50: 10, p99: 20 }, calls: ['d'] },
  { ref: 'c', latencyMs: { p50: 10, p99: 60 }, calls: ['d'] },
  { ref: 'd', latencyMs: { p50: 10, p99: 30 } },
];

describe('checkLatencyChain', () => {
  it('adds the medians of all services and the tail of the slowest path', () => {
    expect(
      checkLatencyChain({
        root: 'a',
        budgetMs: { p50: 39, p99: 139 },
        services: chain,
      }).map(({ severity, new: latency }) => [severity, latency]),
    ).toEqual([
      ['warning', 40],
      ['warning', 140],
    ]);
    expect(
      checkLatencyChain({
        root: 'a',
        budgetMs: { p50: 40, p99: 140 },
        services: chain,
      }),
    ).toEqual([]);
  });

  it('ends on services that call each other', () => {
    const circle = [
      { ref: 'a', latencyMs: { p99: 50 }, calls: ['b'] },
      { ref: 'b', latencyMs: { p99: 50 }, calls: ['a', 'unknown'] },
    ];
    expect(
      checkLatencyChain({
        root: 'a',
        budgetMs: { p99: 100 },
        services: circle,
      }),
    ).toEqual([]);
  });
});
