import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { everything, viewOf } from '../access/__testUtils__/views';
import { GraphSeed } from './__testUtils__/GraphSeed';
import { DatabaseGraphStore } from './DatabaseGraphStore';
import { DefaultLineageReader } from './DefaultLineageReader';
import { GraphQuery } from './LineageReader';
import { parseAskedNode } from './nodeIds';

jest.setTimeout(60_000);

const near = { upstream: 1, downstream: 1 };

describe.each(databases.eachSupportedId())('expanding on %s', id => {
  async function start() {
    const knex = await migratedDatabase(id);
    const reader = new DefaultLineageReader({
      defaultEnvironment: 'production',
      store: new DatabaseGraphStore({ knex }),
      storeAt: () => new DatabaseGraphStore({ knex }),
    });
    return {
      seed: new GraphSeed(knex),
      async read(
        root: string,
        options: Partial<GraphQuery> & { view?: typeof everything } = {},
      ) {
        const { view = everything, ...query } = options;
        const graph = await reader.getGraph(
          { root: parseAskedNode(root), depth: near, limit: 300, ...query },
          { view },
        );
        return {
          graph,
          nodes: graph.nodes.map(node => node.id),
          edges: graph.edges.map(
            ({ source, target, parallel }) =>
              `${source} ${parallel ? '=>' : '->'} ${target}`,
          ),
        };
      },
    };
  }

  /** A job that makes x from a, and y from b. */
  async function startWithSteps() {
    const started = await start();
    const { seed } = started;
    const [a, b, x, y] = [
      await seed.dataset('a'),
      await seed.dataset('b'),
      await seed.dataset('x'),
      await seed.dataset('y/z'),
    ];
    const job = await seed.job('etl');
    const [toX, toY] = [await seed.step(job, x), await seed.step(job, y)];
    await seed.edge(a, toX);
    await seed.edge(b, toY);
    await seed.edge(toX, x);
    await seed.edge(toY, y);
    return { ...started, nodes: { a, b, x, y, job, toX, toY } };
  }

  it('a job as the maker of one output shows that one alone', async () => {
    const { read } = await startWithSteps();
    const step = 'ol:job:ns/etl#ns/y%2Fz';
    const found = await read(step);
    expect(found.graph.root).toBe(step);
    expect(found.nodes).toEqual([
      step,
      'ol:dataset:ns/b',
      'ol:dataset:ns/y%2Fz',
    ]);
    expect((await read('ol:job:ns/etl')).nodes).toHaveLength(5);
    for (const unknown of ['ol:job:ns/etl#ns/a', 'ol:dataset:ns/x#ns/x']) {
      await expect(read(unknown)).rejects.toThrow(
        `No lineage is known of '${unknown}'`,
      );
    }
  });

  it('the same of a job that is an entity', async () => {
    const { read, seed, nodes } = await startWithSteps();
    await seed.entity('component:default/etl', [nodes.job]);
    const step = 'component:default/etl#ns/x';
    for (const asked of [step, 'ol:job:ns/etl#ns/x']) {
      const found = await read(asked);
      expect(found.graph.root).toBe(step);
      expect(found.edges).toEqual([
        `${step} -> ol:dataset:ns/x`,
        `ol:dataset:ns/a -> ${step}`,
      ]);
    }
    await expect(
      read(step, { view: viewOf({ unmapped: true }) }),
    ).rejects.toThrow(`No lineage is known of '${step}'`);
  });

  it('an entity that is several jobs with one output is shown with all of them', async () => {
    const { read, seed, nodes } = await startWithSteps();
    const other = await seed.job('other');
    const step = await seed.step(other, nodes.x);
    await seed.edge(nodes.b, step);
    await seed.edge(step, nodes.x);
    await seed.entity('component:default/etl', [nodes.job, other]);
    expect((await read('component:default/etl#ns/x')).nodes).toEqual([
      'component:default/etl#ns/x',
      'ol:dataset:ns/a',
      'ol:dataset:ns/b',
      'ol:dataset:ns/x',
    ]);
  });

  it('answers edges to nodes that are shown already', async () => {
    const { read, seed, nodes } = await startWithSteps();
    const reader = await seed.job('reader');
    await seed.edge(nodes.a, reader);
    await seed.edge(nodes.x, reader);
    const include = [
      'ol:dataset:ns/a',
      'ol:dataset:ns/x',
      'ol:job:ns/etl#ns/x',
      'ol:dataset:ns/unknown',
      'ol:job:ns/etl#ns/unknown',
      'dataset:default/none',
    ].map(parseAskedNode);
    const without = await read('ol:dataset:ns/x');
    expect(without.edges).not.toContain('ol:dataset:ns/a -> ol:job:ns/reader');
    const found = await read('ol:dataset:ns/x', { include });
    expect(found.nodes).toEqual(without.nodes);
    expect(found.edges).toEqual([
      'ol:dataset:ns/a -> ol:job:ns/etl#ns/x',
      'ol:dataset:ns/a -> ol:job:ns/reader',
      'ol:dataset:ns/x -> ol:job:ns/reader',
      'ol:job:ns/etl#ns/x -> ol:dataset:ns/x',
    ]);
    expect(
      found.graph.nodes.find(({ name }) => name === 'reader')?.hidden,
    ).toEqual({ upstream: 0, downstream: 0 });
    const kinds = new Set(['job']);
    expect((await read('ol:dataset:ns/x', { include, kinds })).edges).toEqual(
      (await read('ol:dataset:ns/x', { kinds })).edges,
    );
  });

  it('marks what the catalog declares and a way through a job shows too', async () => {
    const { read, seed } = await start();
    const orders = await seed.entity('dataset:default/orders', [
      await seed.dataset('orders'),
    ]);
    const score = await seed.entity('model:default/score', [
      await seed.dataset('score'),
    ]);
    const train = await seed.job('train');
    await seed.edge(orders, train);
    await seed.edge(train, score);
    await seed.edge(orders, score, { relations: 'trainedOn' });
    const found = await read('dataset:default/orders', {
      depth: { upstream: 0, downstream: 2 },
    });
    expect(found.graph.edges).toContainEqual({
      source: 'dataset:default/orders',
      target: 'model:default/score',
      origin: 'both',
      parallel: true,
    });
    expect(found.edges).toContain(
      'dataset:default/orders => model:default/score',
    );
    // The way is not part of this answer.
    const direct = await read('dataset:default/orders', {
      environment: 'test',
    });
    expect(direct.graph.edges).toEqual([
      {
        source: 'dataset:default/orders',
        target: 'model:default/score',
        origin: 'declared',
      },
    ]);
    // With jobs contracted it is one edge that is known from both.
    const contracted = await read('dataset:default/orders', {
      kinds: new Set(['model']),
    });
    expect(contracted.graph.edges).toMatchObject([{ origin: 'both' }]);
    expect(contracted.graph.edges[0]).not.toHaveProperty('parallel');
  });
});

describe('parseAskedNode', () => {
  it('reads the output of a job', () => {
    expect(parseAskedNode('ol:job:ns/etl#s3%3A%2F%2Fb/a%23c')).toEqual({
      kind: 'job',
      namespace: 'ns',
      name: 'etl',
      output: { namespace: 's3://b', name: 'a#c' },
    });
    expect(parseAskedNode('Component:etl#ns/x')).toEqual({
      kind: 'entity',
      entityRef: 'component:default/etl',
      output: { namespace: 'ns', name: 'x' },
    });
    expect(parseAskedNode('ol:job:ns/etl')).toEqual({
      kind: 'job',
      namespace: 'ns',
      name: 'etl',
    });
  });

  it.each(['#', '#x', '#/x', '#a/b/c', '#%zz/x'])(
    'names what is wrong with %s behind a job',
    suffix => {
      const id = `ol:job:ns/etl${suffix}`;
      expect(() => parseAskedNode(id)).toThrow(
        `'${id}' is not the id of a node: expected <namespace>/<name> of an output behind '#'`,
      );
    },
  );
});
