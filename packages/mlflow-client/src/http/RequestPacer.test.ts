import { RequestPacer } from './RequestPacer';

describe('RequestPacer', () => {
  it('spaces requests and forgives pauses', async () => {
    let now = 1000;
    const waits: number[] = [];
    const pacer = new RequestPacer(10, {
      now: () => now,
      sleep: async ms => {
        waits.push(ms);
      },
    });

    await Promise.all([pacer.next(), pacer.next(), pacer.next()]);
    expect(waits).toEqual([100, 200]);

    now = 5000;
    await pacer.next();
    expect(waits).toHaveLength(2);
  });
});
