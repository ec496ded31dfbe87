import { expectDescribed } from '../router/__testUtils__/expectDescribed';
import {
  orders,
  report,
  score,
  someEntities,
  startWithSample,
} from '../router/__testUtils__/startWithSample';

jest.setTimeout(60_000);

const nobody = 'dataset:default/nobody';
const wanted = {
  graph: { direction: 'downstream', depth: 2, limit: 50 },
  impact: { kinds: ['model', 'dataset'], limit: 10 },
  fields: { direction: 'downstream', depth: 1, limit: 20 },
};

describe('POST /neighbourhoods', () => {
  it('answers of each node what the single routes answer', async () => {
    const { user } = await startWithSample();
    const asked = await user.post('/neighbourhoods', {
      roots: [score, nobody, orders],
      ...wanted,
    });
    expect(asked.status).toBe(200);
    expectDescribed('post', '/neighbourhoods', asked);
    const single = async (root: string) => ({
      root,
      found: true,
      graph: (
        await user.get(
          `/graph?root=${root}&direction=downstream&depth=2&limit=50`,
        )
      ).body,
      impact: (
        await user.get(`/impact?root=${root}&kinds=model,dataset&limit=10`)
      ).body,
      fields: (
        await user.get(
          `/columns?root=${root}&direction=downstream&depth=1&limit=20`,
        )
      ).body,
    });
    expect(asked.body).toEqual({
      items: [
        await single(score),
        { root: nobody, found: false },
        await single(orders),
      ],
    });
    expect(asked.body.items[2].impact.items.length).toBeGreaterThan(0);
  });

  it('answers only what is asked for, in the environment that is asked for', async () => {
    const { service } = await startWithSample();
    const { body } = await service.post('/neighbourhoods', {
      roots: [orders],
      environment: 'test',
      impact: {},
    });
    expect(body.items).toEqual([
      {
        root: orders,
        found: true,
        impact: expect.objectContaining({ environment: 'test', items: [] }),
      },
    ]);
  });

  it('tells nobody of what may not be seen', async () => {
    const { user } = await startWithSample(someEntities(orders));
    const { body } = await user.post('/neighbourhoods', {
      roots: [orders, report],
      ...wanted,
    });
    expect(body.items).toMatchObject([
      { root: orders, found: true, impact: { complete: false } },
      { root: report, found: false },
    ]);
    expect(JSON.stringify(body.items[0])).not.toContain(report);
  });

  it.each([
    [{}, /roots/],
    [{ roots: [] }, /roots/],
    [{ roots: [orders] }, /asks for nothing; give graph, impact or fields/],
    [{ roots: ['orders'], graph: {} }, /roots\.0 is "orders".*not the id of a/],
    [{ roots: Array(11).fill(orders), graph: {} }, /roots/],
    [{ roots: [orders], graph: { limit: 1001 } }, /limit.*1001/],
    [{ roots: [orders], fields: { depth: -1 } }, /depth.*-1/],
    [{ roots: [orders], impact: { direction: 'both' } }, /direction.*"both"/],
    [{ roots: [orders], graph: {}, colour: 1 }, /additional properties/],
  ])('refuses %j', async (body, message) => {
    const { user } = await startWithSample();
    const answer = await user.post('/neighbourhoods', body);
    expect(answer.status).toBe(400);
    expectDescribed('post', '/neighbourhoods', answer);
    expect(answer.body.error.message).toMatch(message);
  });

  it('answers nobody who has not signed in', async () => {
    const { nobody: stranger } = await startWithSample();
    const answer = await stranger.post('/neighbourhoods', {
      roots: [orders],
      graph: {},
    });
    expect(answer.status).toBe(401);
  });
});
