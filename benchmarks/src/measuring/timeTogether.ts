import { setTimeout as sleep } from 'node:timers/promises';

/** Something to be timed. */
export interface Timed {
  name: string;
  run: () => Promise<unknown>;
  /** How often in a row, each time it is its turn: as what is asked for all day. Once when missing. */
  repeat?: number;
}

/**
 * Times several things in turn, round after round, so that whatever slows the
 * machine down for a while slows all of them. Answers the milliseconds of each
 * by its name.
 *
 * @param options.leastRoundMs - rounds begin at least so far apart: when what is
 * kept of the last one is forgotten
 */
export async function timeTogether(
  things: readonly Timed[],
  options: { rounds: number; warmUp: number; leastRoundMs?: number },
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(things.map(({ name }) => [name, []]));
  for (let round = -options.warmUp; round < options.rounds; round += 1) {
    const next = performance.now() + (options.leastRoundMs ?? 0);
    for (const { name, run, repeat = 1 } of things) {
      for (let again = 0; again < repeat; again += 1) {
        const start = performance.now();
        await run();
        const took = performance.now() - start;
        if (round >= 0) {
          times.get(name)?.push(took);
        }
      }
    }
    await sleep(Math.max(0, next - performance.now()));
  }
  return times;
}
