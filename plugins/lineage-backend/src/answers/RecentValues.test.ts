import { RecentValues } from './RecentValues';

function start() {
  const world = { time: 0 };
  const values = new RecentValues<string>({
    keptMs: 1_000,
    aheadMs: 300,
    most: 2,
    now: () => world.time,
  });
  const find = jest.fn(async () => `found at ${world.time}`);
  return { find, values, world };
}

describe('RecentValues', () => {
  it('keeps a value for its time, and keys apart', async () => {
    const { find, values, world } = start();
    expect(await values.get('a', find)).toBe('found at 0');
    world.time = 600;
    expect(await values.get('a', find)).toBe('found at 0');
    expect(await values.get('b', find)).toBe('found at 600');
    world.time = 1_000;
    expect(await values.get('a', find)).toBe('found at 1000');
    expect(find).toHaveBeenCalledTimes(3);
  });

  it('finds a value anew while the last one still holds', async () => {
    const { find, values, world } = start();
    await values.get('a', find);
    world.time = 700;
    expect(await values.get('a', find)).toBe('found at 0');
    expect(find).toHaveBeenCalledTimes(2);
    world.time = 1_699;
    expect(await values.get('a', find)).toBe('found at 700');
  });

  it('has one question for all who ask at the same time, and keeps no failure', async () => {
    const { find, values } = start();
    find.mockRejectedValueOnce(new Error('not now'));
    const asked = await Promise.allSettled([
      values.get('a', find),
      values.get('a', find),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(find).toHaveBeenCalledTimes(1);
    expect(await values.get('a', find)).toBe('found at 0');
  });

  it('lets nobody wait for, or hear of, a renewal that fails', async () => {
    const { find, values, world } = start();
    await values.get('a', find);
    find.mockRejectedValue(new Error('not now'));
    world.time = 900;
    expect(await values.get('a', find)).toBe('found at 0');
    await Promise.resolve();
    world.time = 999;
    expect(await values.get('a', find)).toBe('found at 0');
    expect(find).toHaveBeenCalledTimes(2);
    world.time = 1_000;
    await expect(values.get('a', find)).rejects.toThrow('not now');
  });

  it('does not bring back what is forgotten when a renewal ends late', async () => {
    const { find, values, world } = start();
    await values.get('a', find);
    let renewed: (value: string) => void = () => {};
    find.mockReturnValueOnce(
      new Promise(resolve => {
        renewed = resolve;
      }),
    );
    world.time = 800;
    await values.get('a', find);
    world.time = 2_000;
    expect(await values.get('a', find)).toBe('found at 2000');
    renewed('late');
    await Promise.resolve();
    expect(await values.get('a', find)).toBe('found at 2000');
  });

  it('forgets what was asked for least lately', async () => {
    const { find, values } = start();
    await values.get('a', find);
    await values.get('b', find);
    await values.get('a', find);
    await values.get('c', find);
    await values.get('a', find);
    expect(find).toHaveBeenCalledTimes(3);
    await values.get('b', find);
    expect(find).toHaveBeenCalledTimes(4);
  });
});
