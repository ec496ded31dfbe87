import { KnownConsumers } from './KnownConsumer';
import { RecentConsumers } from './RecentConsumers';

const nobody: KnownConsumers = { consumers: [], complete: true };

function start() {
  let time = 0;
  const read = jest.fn(async () => nobody);
  const recent = new RecentConsumers({ now: () => time });
  return { recent, read, passes: (ms: number) => (time += ms) };
}

describe('RecentConsumers', () => {
  it('finds out again after five seconds', async () => {
    const { recent, read, passes } = start();
    await Promise.all([recent.get('a', read), recent.get('a', read)]);
    passes(4_999);
    expect(await recent.get('a', read)).toBe(nobody);
    expect(read).toHaveBeenCalledTimes(1);
    passes(1);
    await recent.get('a', read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps contracts apart, and forgets the oldest of many', async () => {
    const { recent, read } = start();
    for (let index = 0; index <= 50; index++) {
      await recent.get(`${index}`, read);
    }
    await recent.get('50', read);
    expect(read).toHaveBeenCalledTimes(51);
    await recent.get('0', read);
    expect(read).toHaveBeenCalledTimes(52);
  });

  it('keeps no failure', async () => {
    const { recent, read } = start();
    read.mockRejectedValueOnce(new Error('not now'));
    await expect(recent.get('a', read)).rejects.toThrow('not now');
    expect(await recent.get('a', read)).toBe(nobody);
  });
});
