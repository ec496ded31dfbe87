import { expectDescribed } from '../router/__testUtils__/expectDescribed';
import { jobId } from '../router/__testUtils__/sampleLineage';
import {
  orders,
  report,
  score,
  someEntities,
  startWithSample,
} from '../router/__testUtils__/startWithSample';

jest.setTimeout(60_000);

interface Body {
  nodes: { id: string }[];
  edges: { from: number; to: number; restricted?: true }[];
}

/** `a -> b` for every edge. */
const edgesOf = ({ nodes, edges }: Body) =>
  edges
    .map(
      ({ from, to, restricted }) =>
        `${nodes[from].id} ${restricted ? '~>' : '->'} ${nodes[to].id}`,
    )
    .sort();

describe('GET /overview', () => {
  it('has everything that a graph of all hops has', async () => {
    const { user } = await startWithSample();
    const map = await user.get(`/overview?root=${orders}`);
    expect(map.status).toBe(200);
    expectDescribed('get', '/overview', map);
    const graph = await user.get(`/graph?root=${orders}&depth=20`);
    expect(
      graph.body.edges
        .map(
          ({ source, target }: { source: string; target: string }) =>
            `${source} -> ${target}`,
        )
        .sort(),
    ).toEqual(edgesOf(map.body));
    expect(map.body).toMatchObject({
      root: orders,
      environment: 'production',
      truncated: false,
      complete: true,
    });
    expect(map.body.nodes[0]).toMatchObject({
      id: orders,
      distance: { upstream: 0, downstream: 0 },
    });
    const down = await user.get(`/overview?root=${score}&direction=upstream`);
    expect(down.body.nodes.map(({ id }: { id: string }) => id)).not.toContain(
      report,
    );
  });

  it('is bounded, and keeps to itself what may not be seen', async () => {
    const { user } = await startWithSample(someEntities(orders, score));
    const some = await user.get(`/overview?root=${orders}`);
    expectDescribed('get', '/overview', some);
    expect(edgesOf(some.body)).toEqual([`${orders} ~> ${score}`]);
    expect(some.body.complete).toBe(false);
    const all = await startWithSample();
    const few = await all.user.get(`/overview?root=${orders}&limit=2`);
    expect(few.body.nodes.map(({ id }: { id: string }) => id)).toEqual([
      orders,
      jobId('join'),
    ]);
    expect(few.body.truncated).toBe(true);
  });
});
