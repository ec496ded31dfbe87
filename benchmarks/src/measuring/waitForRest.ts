import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 5_000;
/** So many looks in a row have to find the machine idle. */
const LOOKS = 4;
/** The share of all processors that may be at work then. */
const MOST_BUSY = 0.1;
const MAX_WAIT_MS = 300_000;

/** What processors did since the machine was started, in milliseconds. */
export interface ProcessorTimes {
  busy: number;
  all: number;
}

/**
 * Waits until the machine has nothing to do: a portal that was just started works
 * for a minute or two on what it then has for days. Goes on after five minutes in
 * any case, and says so.
 *
 * @returns whether it rests.
 */
export async function waitForRest(
  machine: {
    readTimes: () => ProcessorTimes;
    wait: (ms: number) => Promise<unknown>;
  } = { readTimes, wait: sleep },
): Promise<boolean> {
  let idle = 0;
  for (let waited = 0; waited < MAX_WAIT_MS; waited += LOOK_MS) {
    const before = machine.readTimes();
    await machine.wait(LOOK_MS);
    const after = machine.readTimes();
    const all = after.all - before.all;
    idle =
      all > 0 && (after.busy - before.busy) / all < MOST_BUSY ? idle + 1 : 0;
    if (idle === LOOKS) {
      return true;
    }
  }
  console.log(
    `The machine was at work for ${MAX_WAIT_MS / 60_000} minutes without rest; figures are worse than they could be`,
  );
  return false;
}

function readTimes(): ProcessorTimes {
  const times = cpus().flatMap(cpu => Object.entries(cpu.times));
  const sum = (list: [string, number][]) =>
    list.reduce((total, [, ms]) => total + ms, 0);
  return {
    busy: sum(times.filter(([name]) => name !== 'idle')),
    all: sum(times),
  };
}
