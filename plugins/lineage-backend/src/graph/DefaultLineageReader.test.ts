import { parseLineageNodeId } from '@understudy/plugin-lineage-common';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { everything, viewOf } from '../access/__testUtils__/views';
import { GraphSeed, minutesLater } from './__testUtils__/GraphSeed';
import { itemsOf } from './__testUtils__/itemsOf';
import { DatabaseGraphStore } from './DatabaseGraphStore';
import { DefaultLineageReader } from './DefaultLineageReader';

jest.setTimeout(60_000);

const both = { upstream: 3, downstream: 3 };
const facts = { kind: 'Dataset' };

describe.each(databases.eachSupportedId())('DefaultLineageReader on %s', id => {
  async function start() {
    const knex = await migratedDatabase(id);
    const store = new DatabaseGraphStore({ knex });
    return {
      seed: new GraphSeed(knex),
      reader: new DefaultLineageReader({
        defaultEnvironment: 'production',
        store,
        storeAt: () => store,
      }),
    };
  }

  /** raw -> load -> orders (an entity) -> train -> score (an entity) */
  async function startWithSample() {
    const { seed, reader } = await start();
    const raw = await seed.dataset('raw');
    const load = await seed.job('load');
    const orders = await seed.entity('dataset:default/orders', [
      await seed.dataset('orders'),
    ]);
    const train = await seed.job('train');
    const score = await seed.entity('model:default/score', [
      await seed.dataset('score'),
    ]);
    await seed.edge(raw, load);
    await seed.edge(load, orders, { origin: 3, lastSeen: minutesLater(5) });
    await seed.edge(orders, train, { origin: 2 });
    await seed.edge(train, score);
    return { seed, reader, nodes: { raw, load, orders, train, score } };
  }

  const root = parseLineageNodeId('dataset:default/orders');

  it('puts names to a neighbourhood', async () => {
    const { reader } = await startWithSample();
    const graph = await reader.getGraph(
      { root, depth: { upstream: 1, downstream: 2 }, limit: 300 },
      { view: everything },
    );
    expect(graph).toEqual({
      root: 'dataset:default/orders',
      nodes: [
        expect.objectContaining({
          id: 'dataset:default/orders',
          kind: 'entity',
          distance: { upstream: 0, downstream: 0 },
          hidden: { upstream: 0, downstream: 0 },
        }),
        expect.objectContaining({
          id: 'ol:job:ns/load',
          distance: { upstream: 1 },
          hidden: { upstream: 1, downstream: 0 },
        }),
        expect.objectContaining({
          id: 'ol:job:ns/train',
          distance: { downstream: 1 },
        }),
        expect.objectContaining({
          id: 'model:default/score',
          distance: { downstream: 2 },
        }),
      ],
      edges: [
        {
          source: 'dataset:default/orders',
          target: 'ol:job:ns/train',
          origin: 'declared',
        },
        {
          source: 'ol:job:ns/load',
          target: 'dataset:default/orders',
          origin: 'both',
          lastSeen: '2026-03-01T04:05:00.000Z',
        },
        {
          source: 'ol:job:ns/train',
          target: 'model:default/score',
          origin: 'observed',
          lastSeen: '2026-03-01T04:00:00.000Z',
        },
      ],
      truncated: false,
      complete: true,
      environment: 'production',
      defaultEnvironment: 'production',
      environments: [{ name: 'production', edges: 2 }],
    });
  });

  it('answers under the entity when asked about one of its names', async () => {
    const { reader } = await startWithSample();
    const graph = await reader.getGraph(
      {
        root: parseLineageNodeId('ol:dataset:ns/orders'),
        depth: { upstream: 0, downstream: 0 },
        limit: 300,
      },
      { view: everything },
    );
    expect(graph).toMatchObject({
      root: 'dataset:default/orders',
      nodes: [{ hidden: { upstream: 1, downstream: 1 } }],
      edges: [],
    });
  });

  it('contracts kinds that were not asked for', async () => {
    const { reader } = await startWithSample();
    const graph = await reader.getGraph(
      { root, depth: both, limit: 300, kinds: new Set(['model', 'unmapped']) },
      { view: everything },
    );
    expect(graph.nodes.map(node => node.id)).toEqual([
      'dataset:default/orders',
      'model:default/score',
      'ol:dataset:ns/raw',
    ]);
    expect(graph.edges).toEqual([
      {
        source: 'dataset:default/orders',
        target: 'model:default/score',
        origin: 'declared',
        via: 1,
      },
      {
        source: 'ol:dataset:ns/raw',
        target: 'dataset:default/orders',
        origin: 'observed',
        via: 1,
      },
    ]);
    const jobs = await reader.getGraph(
      { root, depth: both, limit: 300, kinds: new Set(['job']) },
      { view: everything },
    );
    expect(jobs.nodes.map(node => node.id)).toEqual([
      'dataset:default/orders',
      'ol:job:ns/load',
      'ol:job:ns/train',
    ]);
  });

  it('says nothing of what the caller may not see', async () => {
    const { reader } = await startWithSample();
    const graph = await reader.getGraph(
      { root, depth: both, limit: 300 },
      {
        view: viewOf({
          entities: {
            'dataset:default/orders': facts,
            'model:default/score': facts,
          },
        }),
      },
    );
    expect(graph).toMatchObject({
      edges: [
        {
          source: 'dataset:default/orders',
          target: 'model:default/score',
          origin: 'observed',
          restricted: true,
        },
      ],
      complete: false,
      truncated: false,
    });
    expect(graph.nodes.map(({ id: node, hidden }) => [node, hidden])).toEqual([
      ['dataset:default/orders', { upstream: 0, downstream: 0 }],
      ['model:default/score', { upstream: 0, downstream: 0 }],
    ]);
    expect(JSON.stringify(graph)).not.toMatch(/train|load|raw/);
  });

  it('does not tell an unknown root from one that may not be seen', async () => {
    const { reader } = await startWithSample();
    const view = viewOf({ unmapped: true });
    const ask = (rootId: string) =>
      reader.getGraph(
        { root: parseLineageNodeId(rootId), depth: both, limit: 300 },
        { view },
      );
    for (const name of ['orders', 'missing']) {
      await expect(ask(`dataset:default/${name}`)).rejects.toThrow(
        `No lineage is known of 'dataset:default/${name}'`,
      );
    }
    await expect(ask('ol:dataset:ns/orders')).rejects.toThrow(
      "No lineage is known of 'ol:dataset:ns/orders'",
    );
    await expect(ask('ol:dataset:ns/raw')).resolves.toMatchObject({
      root: 'ol:dataset:ns/raw',
    });
    await expect(
      reader.findImpact(
        { root, direction: 'downstream' },
        { view: viewOf({ unmapped: true }) },
      ),
    ).rejects.toThrow('No lineage');
  });

  it('shows a job that is asked about as one, and others once per output', async () => {
    const { seed, reader } = await start();
    const [a, b, x, y] = [
      await seed.dataset('a'),
      await seed.dataset('b'),
      await seed.dataset('x'),
      await seed.dataset('y'),
    ];
    const job = await seed.job('etl');
    const [toX, toY] = [await seed.step(job, x), await seed.step(job, y)];
    await seed.edge(a, toX);
    await seed.edge(b, toY);
    await seed.edge(toX, x);
    await seed.edge(toY, y);
    const whole = await reader.getGraph(
      {
        root: parseLineageNodeId('ol:job:ns/etl'),
        depth: both,
        limit: 300,
      },
      { view: everything },
    );
    expect(whole.edges.map(({ source, target }) => [source, target])).toEqual([
      ['ol:dataset:ns/a', 'ol:job:ns/etl'],
      ['ol:dataset:ns/b', 'ol:job:ns/etl'],
      ['ol:job:ns/etl', 'ol:dataset:ns/x'],
      ['ol:job:ns/etl', 'ol:dataset:ns/y'],
    ]);
    const part = await reader.getGraph(
      { root: parseLineageNodeId('ol:dataset:ns/a'), depth: both, limit: 300 },
      { view: everything },
    );
    expect(part.nodes.map(node => node.id)).toEqual([
      'ol:dataset:ns/a',
      'ol:job:ns/etl#ns/x',
      'ol:dataset:ns/x',
    ]);
    const impact = await reader.findImpact(
      { root: parseLineageNodeId('ol:dataset:ns/a'), direction: 'downstream' },
      { view: everything },
    );
    expect((await itemsOf(impact)).map(item => [item.id, item.degree])).toEqual(
      [
        ['ol:job:ns/etl', 1],
        ['ol:dataset:ns/x', 2],
      ],
    );
  });

  it('finds all that a change reaches, and describes it', async () => {
    const { reader } = await startWithSample();
    const score = {
      kind: 'Model',
      title: 'Score',
      type: 'classifier',
      lifecycle: 'production',
      owner: 'group:default/fraud',
    };
    const found = await reader.findImpact(
      {
        root: parseLineageNodeId('ol:dataset:ns/raw'),
        direction: 'downstream',
      },
      {
        view: viewOf({
          unmapped: true,
          entities: { 'model:default/score': score },
        }),
      },
    );
    expect(found).toMatchObject({
      root: 'ol:dataset:ns/raw',
      direction: 'downstream',
      truncated: false,
      complete: false,
    });
    expect(await itemsOf(found)).toEqual([
      {
        id: 'ol:job:ns/load',
        kind: 'job',
        namespace: 'ns',
        name: 'load',
        degree: 1,
      },
      {
        id: 'ol:job:ns/train',
        kind: 'job',
        namespace: 'ns',
        name: 'train',
        degree: 2,
      },
      {
        id: 'model:default/score',
        kind: 'entity',
        entityRef: 'model:default/score',
        namespace: 'ns',
        name: 'score',
        degree: 3,
        title: 'Score',
        entityKind: 'Model',
        type: 'classifier',
        lifecycle: 'production',
        owner: 'group:default/fraud',
      },
    ]);
    const upstream = await reader.findImpact(
      {
        root: parseLineageNodeId('model:default/score'),
        direction: 'upstream',
      },
      { view: everything },
    );
    expect((await itemsOf(upstream)).map(item => item.id)).toEqual([
      'ol:job:ns/train',
      'dataset:default/orders',
      'ol:job:ns/load',
      'ol:dataset:ns/raw',
    ]);
  });

  it('orders what it answers by names, not by rows', async () => {
    const { seed, reader } = await start();
    const ids = [];
    for (const name of ['z', 'm', 'a', 'k']) {
      ids.push(await seed.dataset(name));
    }
    const hub = await seed.dataset('hub');
    for (const dataset of ids) {
      await seed.edge(hub, dataset);
    }
    const graph = await reader.getGraph(
      {
        root: parseLineageNodeId('ol:dataset:ns/hub'),
        depth: both,
        limit: 300,
      },
      { view: everything },
    );
    const names = ['a', 'k', 'm', 'z'].map(name => `ol:dataset:ns/${name}`);
    expect(graph.nodes.slice(1).map(node => node.id)).toEqual(names);
    expect(graph.edges.map(({ target }) => target)).toEqual(names);
  });
});
