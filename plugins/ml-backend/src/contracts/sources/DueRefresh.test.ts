import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DueRefresh } from './DueRefresh';

describe('DueRefresh', () => {
  const signal = new AbortController().signal;

  function start() {
    let count = 0;
    const refresh = jest.fn(async () => {});
    const follow = jest.fn(async () => false);
    const due = new DueRefresh({
      auth: mockServices.auth(),
      catalog: catalogServiceMock.mock({
        queryEntities: async () => ({
          items: [],
          pageInfo: {},
          totalItems: count,
        }),
      }),
      follow,
      refresh,
    });
    return {
      follow,
      refresh,
      run: (now: number) => due.runIfDue({ signal, now }),
      holds: (entities: number) => (count = entities),
    };
  }

  it('reads when there are more entities or fewer, and once a minute', async () => {
    const { refresh, run, holds } = start();
    await run(0);
    await run(10_000);
    expect(refresh).toHaveBeenCalledTimes(1);
    holds(12);
    await run(20_000);
    await run(30_000);
    expect(refresh).toHaveBeenCalledTimes(2);
    holds(11);
    await run(40_000);
    expect(refresh).toHaveBeenCalledTimes(3);
    await run(99_999);
    expect(refresh).toHaveBeenCalledTimes(3);
    await run(100_000);
    expect(refresh).toHaveBeenCalledTimes(4);
  });

  it('reads when lineage says something new', async () => {
    const { follow, refresh, run } = start();
    await run(0);
    follow.mockResolvedValueOnce(true);
    await run(10_000);
    await run(20_000);
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(follow).toHaveBeenCalledTimes(3);
  });

  it('tries again soon what failed', async () => {
    const { follow, refresh, run } = start();
    refresh.mockRejectedValueOnce(new Error('not now'));
    await expect(run(0)).rejects.toThrow('not now');
    await run(10_000);
    expect(refresh).toHaveBeenCalledTimes(2);
    follow.mockResolvedValueOnce(true);
    refresh.mockRejectedValueOnce(new Error('not now'));
    await expect(run(20_000)).rejects.toThrow('not now');
    await run(30_000);
    expect(refresh).toHaveBeenCalledTimes(4);
  });
});
