import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 5_000;
/** So many looks in a row have to find the machine idle. */
const LOOKS = 4;
/** The share of all processors that may be at work then. */
const MOST_BUSY = 0.1;
const MAX_WAIT_MS = 300_000;

/**
 * Waits until the machine has nothing to do: a portal that was just started works
 * for a minute or two on what it then has for days. Goes on after five minutes in
 * any case, and says so.
 */
export async function waitForRest(): Promise<void> {
  const deadline = Date.now() + MAX_WAIT_MS;
  let idle = 0;
  while (idle < LOOKS) {
    if (Date.now() > deadline) {
      console.log(
        `The machine was at work for ${MAX_WAIT_MS / 60_000} minutes without rest; figures are worse than they could be`,
      );
      return;
    }
    const before = readTimes();
    await sleep(LOOK_MS);
    const after = readTimes();
    const all = after.all - before.all;
    idle =
      all > 0 && (after.busy - before.busy) / all < MOST_BUSY ? idle + 1 : 0;
  }
}

function readTimes(): { busy: number; all: number } {
  const times = cpus().flatMap(cpu => Object.entries(cpu.times));
  const sum = (list: [string, number][]) =>
    list.reduce((total, [, ms]) => total + ms, 0);
  return {
    busy: sum(times.filter(([name]) => name !== 'idle')),
    all: sum(times),
  };
}
