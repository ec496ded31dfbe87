import { ValuesOfVersion } from './ValuesOfVersion';

function start(
  options: Partial<
    ConstructorParameters<typeof ValuesOfVersion<number, string>>[0]
  > = {},
) {
  const world = { time: 0, prefix: 'a' };
  const values = new ValuesOfVersion<number, string>({
    most: 10,
    now: () => world.time,
    ...options,
  });
  const read = jest.fn(async (keys: readonly number[]) =>
    keys.map(key => (key < 0 ? undefined : `${world.prefix}${key}`)),
  );
  const get = (keys: readonly number[], version = 1) =>
    values.get(keys, {
      version,
      read: async places => await read(places.map(place => keys[place])),
    });
  return { get, read, world };
}

describe('ValuesOfVersion', () => {
  it('reads what is not known, and gives all in the order of the keys', async () => {
    const { get, read } = start();
    expect(await get([2, 1])).toEqual(['a2', 'a1']);
    expect(await get([1, 3, 2, -4])).toEqual(['a1', 'a3', 'a2', undefined]);
    expect(read.mock.calls).toEqual([[[2, 1]], [[3, -4]]]);
    // That there is nothing is known, too.
    await get([-4, 3]);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('forgets all of it when there is another version', async () => {
    const { get, world } = start();
    await get([1, 2], 1);
    world.prefix = 'b';
    expect(await get([1], 1)).toEqual(['a1']);
    expect(await get([1], 2)).toEqual(['b1']);
    expect(await get([2], 2)).toEqual(['b2']);
  });

  it('keeps nothing that was read of an earlier version', async () => {
    const { get, read, world } = start();
    let answer: (values: string[]) => void = () => {};
    read.mockReturnValueOnce(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    const first = get([1, 2], 1);
    world.prefix = 'b';
    expect(await get([1], 2)).toEqual(['b1']);
    answer(['a1', 'a2']);
    expect(await first).toEqual(['a1', 'a2']);
    expect(await get([1, 2], 2)).toEqual(['b1', 'b2']);
  });

  it('keeps nothing of what failed, nor anything for more than a minute', async () => {
    const { get, read, world } = start();
    read.mockRejectedValueOnce(new Error('not now'));
    await expect(get([1])).rejects.toThrow('not now');
    expect(await get([1])).toEqual(['a1']);
    world.prefix = 'b';
    world.time = 59_999;
    expect(await get([1])).toEqual(['a1']);
    world.time = 60_000;
    expect(await get([1])).toEqual(['b1']);
  });

  it('keeps no more than so much, and not what is to be read each time', async () => {
    const { get, read } = start({
      size: { most: 5, of: value => value.length },
      isKept: value => value !== 'a3',
    });
    await get([1, 2, 3]);
    await get([1, 2, 3]);
    expect(read.mock.calls[1]).toEqual([[3]]);
    // Two characters each: there is no room for a third one.
    await get([4]);
    read.mockClear();
    await get([1, 2, 4]);
    expect(read.mock.calls).toEqual([[[1]]]);
  });

  it('forgets what was asked for least lately when there is too much', async () => {
    const { get, read } = start({ most: 2 });
    await get([1]);
    await get([2]);
    await get([1]);
    await get([3]);
    read.mockClear();
    await get([1, 2, 3]);
    expect(read.mock.calls).toEqual([[[2]]]);
  });
});
