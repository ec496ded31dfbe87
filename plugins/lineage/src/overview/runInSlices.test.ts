import { runInSlices } from './runInSlices';

function* count(to: number, onStep: (step: number) => void) {
  for (let step = 1; step <= to; step++) {
    onStep(step);
    yield;
  }
  return to;
}

describe('runInSlices', () => {
  it('does all of the work, and lets others have a turn', async () => {
    let time = 0;
    const steps: string[] = [];
    const result = runInSlices(
      count(10, step => {
        time += 3;
        steps.push(`step ${step}`);
        if (step === 1) {
          setTimeout(() => steps.push('other'));
        }
      }),
      { signal: new AbortController().signal, now: () => time },
    );
    expect(await result).toBe(10);
    // Three steps of three milliseconds are more than a slice.
    expect(steps.slice(0, 5)).toEqual([
      'step 1',
      'step 2',
      'step 3',
      'other',
      'step 4',
    ]);
  });

  it('stops when nobody waits any more', async () => {
    const controller = new AbortController();
    let last = 0;
    let time = 0;
    const result = runInSlices(
      count(1_000, step => {
        last = step;
        time += 5;
        if (step === 4) {
          controller.abort();
        }
      }),
      { signal: controller.signal, now: () => time },
    );
    await expect(result).rejects.toThrow(/abort/);
    expect(last).toBe(4);
  });

  it('says what went wrong', async () => {
    function* broken(): Generator<void, number> {
      yield;
      throw new Error('no such node');
    }
    await expect(
      runInSlices(broken(), { signal: new AbortController().signal }),
    ).rejects.toThrow('no such node');
  });
});
