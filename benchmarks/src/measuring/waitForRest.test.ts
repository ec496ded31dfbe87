import { waitForRest } from './waitForRest';

/** A machine of which so much is busy in each look, and then as in the last one. */
function machineOf(shares: number[]) {
  let at = 0;
  let looks = 0;
  const times = { busy: 0, all: 0 };
  return {
    readTimes: () => ({ ...times }),
    wait: async (ms: number) => {
      looks += 1;
      times.all += 2 * ms;
      times.busy += 2 * ms * shares[Math.min(at, shares.length - 1)];
      at += 1;
    },
    looks: () => looks,
  };
}

describe('waitForRest', () => {
  it('waits for four idle looks in a row', async () => {
    const machine = machineOf([0.6, 0.05, 0.02, 0.3, 0.09, 0.01]);
    expect(await waitForRest(machine)).toBe(true);
    expect(machine.looks()).toBe(8);
  });

  it('goes on after five minutes without rest, and says so', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => {});
    const machine = machineOf([0.1]);
    expect(await waitForRest(machine)).toBe(false);
    expect(machine.looks()).toBe(60);
    expect(log).toHaveBeenCalledWith(
      expect.stringContaining('for 5 minutes without rest'),
    );
    log.mockRestore();
  });
});
