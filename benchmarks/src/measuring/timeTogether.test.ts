import { timeTogether } from './timeTogether';

describe('timeTogether', () => {
  it('times things in turn, but for the rounds in which they warm up', async () => {
    const ran: string[] = [];
    const thing = (name: string) => ({
      name,
      run: async () => {
        ran.push(name);
      },
    });
    const times = await timeTogether(
      [thing('a'), { ...thing('b'), repeat: 2 }],
      { rounds: 2, warmUp: 1 },
    );
    expect(ran.join('')).toBe('abbabbabb');
    expect([...times].map(([name, each]) => [name, each.length])).toEqual([
      ['a', 2],
      ['b', 4],
    ]);
  });

  it('begins rounds as far apart as is asked for', async () => {
    const starts: number[] = [];
    const run = async () => {
      starts.push(performance.now());
    };
    await timeTogether([{ name: 'a', run }], {
      rounds: 3,
      warmUp: 0,
      leastRoundMs: 30,
    });
    // Clocks and timers are not of one mind about the last millisecond.
    expect(starts[1] - starts[0]).toBeGreaterThan(28);
    expect(starts[2] - starts[1]).toBeGreaterThan(28);
  });
});
