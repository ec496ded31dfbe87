import { setTimeout as pauseFor } from 'node:timers/promises';
import { doInBackground } from './doInBackground';

describe('doInBackground', () => {
  it('does one piece after the other, in the order they were handed in', async () => {
    const log: string[] = [];
    const piece = (name: string) => async () => {
      log.push(`${name} begins`);
      await pauseFor(1);
      log.push(`${name} ends`);
      return name;
    };
    const done = await Promise.all(
      ['a', 'b', 'c'].map(name => doInBackground(piece(name))),
    );
    expect(done).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(
      ['a', 'b', 'c'].flatMap(name => [`${name} begins`, `${name} ends`]),
    );
  });

  it('answers at once, and lets the next piece wait', async () => {
    const order: string[] = [];
    const first = doInBackground(() => pauseFor(20));
    const second = doInBackground(async () => {
      order.push('next piece');
    });
    await first;
    order.push('who asked for the first');
    await second;
    expect(order).toEqual(['who asked for the first', 'next piece']);
  });

  it('goes on after a piece that fails', async () => {
    await expect(
      doInBackground(async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await doInBackground(async () => 'done')).toBe('done');
  });
});
