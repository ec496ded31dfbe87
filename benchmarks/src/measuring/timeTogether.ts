/** Something to be timed. */
export interface Timed {
  name: string;
  run: () => Promise<unknown>;
}

/**
 * Times several things in turn, round after round, so that whatever slows the
 * machine down for a while slows all of them. Answers the milliseconds of each
 * by its name.
 */
export async function timeTogether(
  things: readonly Timed[],
  options: { rounds: number; warmUp: number },
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(things.map(({ name }) => [name, []]));
  for (let round = -options.warmUp; round < options.rounds; round += 1) {
    for (const { name, run } of things) {
      const start = performance.now();
      await run();
      const took = performance.now() - start;
      if (round >= 0) {
        times.get(name)?.push(took);
      }
    }
  }
  return times;
}
