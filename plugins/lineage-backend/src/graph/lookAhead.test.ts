import { mockServices } from '@backstage/backend-test-utils';
import {
  GraphSource,
  NodeVisibility,
  parseLineageNodeId,
} from '@understudy/plugin-lineage-common';
import { generateEvents, jobs } from '../__testUtils__/generateEvents';
import { acceptEvents, drainEvents, testRules } from '../__testUtils__/ingest';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { AcceleratedStore } from '../accelerator/AcceleratedStore';
import { GraphMemory } from '../accelerator/GraphMemory';
import { viewOf } from '../access/__testUtils__/views';
import { LineageView } from '../access/LineageView';
import { EntityNameStore } from '../nodes/EntityNameStore';
import { DatabaseGraphStore } from './DatabaseGraphStore';
import { DefaultLineageReader } from './DefaultLineageReader';
import { GraphStore } from './GraphStore';
import { lookAhead } from './lookAhead';

jest.setTimeout(60_000);

/** A graph in memory; pairs are connections. */
function sourceOf(pairs: [number, number][], more: Partial<GraphSource> = {}) {
  const visibility = jest.fn(
    async (ids: readonly number[]) =>
      new Map(ids.map((id): [number, NodeVisibility] => [id, 'shown'])),
  );
  const neighboursOf = (ids: readonly number[], from: 0 | 1) =>
    new Map(
      ids.map(id => [
        id,
        {
          list: pairs
            .filter(pair => pair[from] === id)
            .map(pair => ({ id: pair[1 - from], origin: 1 })),
          more: false,
        },
      ]),
    );
  const source: GraphSource = {
    neighbours: async ({ upstream, downstream }) => ({
      upstream: neighboursOf(upstream, 1),
      downstream: neighboursOf(downstream, 0),
    }),
    count: async () => ({ upstream: new Map(), downstream: new Map() }),
    visibility,
    walkFrom: async () => ({
      step: async () => ({ fresh: [], more: [] }),
    }),
    ...more,
  };
  return { source, visibility };
}

const query = (depth: number) => ({
  root: 1,
  depth: { upstream: depth, downstream: depth },
});

describe('lookAhead', () => {
  it('asks once about all that a walk comes across, and what it counts', async () => {
    const { source, visibility } = sourceOf([
      [1, 2],
      [2, 3],
      [3, 4],
      [9, 2],
      [0, 1],
    ]);
    await lookAhead(source, query(1));
    expect(visibility).toHaveBeenCalledTimes(1);
    expect([...visibility.mock.calls[0][0]].sort()).toEqual([0, 1, 2, 3, 9]);
  });

  it('leaves it to the walk where there is much', async () => {
    const star = (size: number) =>
      Array.from({ length: size }, (_, index): [number, number] => [
        1,
        index + 2,
      ]);
    const much = sourceOf(star(500));
    await lookAhead(much.source, query(5));
    expect(much.visibility).not.toHaveBeenCalled();
    const enough = sourceOf(star(499));
    await lookAhead(enough.source, query(5));
    expect(enough.visibility.mock.calls[0][0]).toHaveLength(500);
  });

  it('asks nobody where all may be seen, or the graph is not in memory', async () => {
    const notInMemory = sourceOf([[1, 2]], {
      walkFrom: async () => undefined,
    });
    await lookAhead(notInMemory.source, query(3));
    expect(notInMemory.visibility).not.toHaveBeenCalled();
    await lookAhead(
      sourceOf([[1, 2]], { visibility: undefined }).source,
      query(3),
    );
  });
});

describe.each(databases.eachSupportedId())('looking ahead on %s', id => {
  it('changes no answer', async () => {
    const knex = await migratedDatabase(id);
    await acceptEvents(knex, generateEvents(3, 150));
    await drainEvents(knex);
    await new EntityNameStore({ knex, rules: testRules }).replaceAll(
      jobs.slice(0, 3).map(({ namespace, name }, index) => ({
        entityRef: `component:default/c${index}`,
        kind: 'job',
        namespace,
        name,
      })),
    );
    const store = new DatabaseGraphStore({ knex });
    const memory = new GraphMemory({
      knex,
      logger: mockServices.logger.mock(),
      maxBytes: 1e8,
    });
    await memory.start();
    const readerOf = (of: GraphStore) =>
      new DefaultLineageReader({
        defaultEnvironment: 'production',
        store: of,
        storeAt: () => of,
      });
    const accelerated = readerOf(new AcceleratedStore({ memory, store }));
    const plain = readerOf(store);
    const view: LineageView = viewOf({
      unmapped: true,
      entities: { 'component:default/c1': { kind: 'Component' } },
    });
    const asked = [
      'component:default/c1',
      'ol:dataset:s3%3A%2F%2Flake/data%2Fb',
    ].map(parseLineageNodeId);
    for (const root of asked) {
      const wanted = {
        root,
        depth: { upstream: 3, downstream: 3 },
        environment: '*',
        limit: 300,
      };
      const answer = await plain.getGraph(wanted, { view });
      expect(answer.nodes.length).toBeGreaterThan(2);
      expect(await accelerated.getGraph(wanted, { view })).toEqual(answer);
    }
    await memory.stop();
  });
});
