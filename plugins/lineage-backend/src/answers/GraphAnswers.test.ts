import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  LineageGraph,
  parseLineageNodeId,
} from '@understudy/plugin-lineage-common';
import { everything, viewOf } from '../access/__testUtils__/views';
import { LineageView } from '../access/LineageView';
import { GraphQuery } from '../graph/LineageReader';
import { GraphAnswers } from './GraphAnswers';

const all = mockCredentials.user('user:default/all');
const alsoAll = mockCredentials.user('user:default/also-all');
const some = mockCredentials.user('user:default/some');

const query: GraphQuery = {
  root: parseLineageNodeId('model:default/m'),
  depth: { upstream: 3, downstream: 3 },
  limit: 300,
};

function start(options: { mostKept?: number } = {}) {
  const world = { time: 1, version: 1 };
  let made = 0;
  const getGraph = jest.fn(
    async (
      asked: GraphQuery,
      _options: { view: LineageView },
    ): Promise<LineageGraph> => {
      made += 1;
      return {
        root: `${made}`,
        nodes: [],
        edges: [],
        truncated: false,
        complete: true,
        environment: asked.environment ?? 'production',
        environments: [],
        defaultEnvironment: 'production',
      };
    },
  );
  const answers = new GraphAnswers({
    ...options,
    access: {
      viewOf: async ({ credentials }) =>
        credentials === some ? viewOf({ unmapped: true }) : everything,
    },
    reader: { getGraph },
    version: { current: async () => world.version },
    now: () => world.time,
  });
  const ask = async (
    credentials: BackstageCredentials,
    asked: GraphQuery = query,
  ) => {
    const { body, etag } = await answers.get(asked, { credentials });
    return { made: JSON.parse(body.toString()).root, etag };
  };
  return { ask, getGraph, world };
}

describe('GraphAnswers', () => {
  it('answers all who may see everything with the same, until something is done to the graph', async () => {
    const { ask, world } = start();
    const first = await ask(all);
    expect(first.made).toBe('1');
    expect(first.etag).toMatch(/^W\/".{20,}"$/);
    expect(await ask(alsoAll)).toEqual(first);
    world.version = 2;
    const second = await ask(all);
    expect(second.made).toBe('2');
    expect(second.etag).not.toBe(first.etag);
  });

  it('makes an answer of their own for whoever may see some', async () => {
    const { ask, getGraph } = start();
    await ask(all);
    expect((await ask(some)).made).toBe('2');
    expect((await ask(some)).made).toBe('3');
    expect(getGraph.mock.calls.map(([, { view }]) => view.everything)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('makes one answer for all who ask at the same time', async () => {
    const { ask, getGraph } = start();
    await Promise.all([ask(all), ask(alsoAll), ask(all)]);
    expect(getGraph).toHaveBeenCalledTimes(1);
  });

  it('tells apart what is asked', async () => {
    const { ask } = start();
    const differing: GraphQuery[] = [
      query,
      { ...query, root: parseLineageNodeId('model:default/other') },
      { ...query, depth: { upstream: 3, downstream: 2 } },
      { ...query, limit: 299 },
      { ...query, environment: '*' },
      { ...query, asOf: '2026-01-01T00:00:00.000Z' },
      { ...query, kinds: new Set(['job', 'model']) },
    ];
    const made = [];
    for (const asked of differing) {
      made.push((await ask(all, asked)).made);
    }
    expect(made).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    const kinds = new Set(['model', 'job']);
    expect((await ask(all, { ...query, kinds })).made).toBe('7');
  });

  it('makes an answer of its own for what the caller has already', async () => {
    const { ask } = start();
    const asked = { ...query, include: [query.root] };
    expect((await ask(all, asked)).made).toBe('1');
    expect((await ask(all, asked)).made).toBe('2');
  });

  it('keeps no failure', async () => {
    const { ask, getGraph } = start();
    getGraph.mockRejectedValueOnce(new NotFoundError('No lineage is known'));
    await expect(ask(all)).rejects.toThrow('No lineage is known');
    expect((await ask(all)).made).toBe('1');
  });

  it('goes by no answer for longer than five minutes', async () => {
    const { ask, world } = start();
    await ask(all);
    world.time += 300_000;
    expect((await ask(all)).made).toBe('1');
    world.time += 1;
    expect((await ask(all)).made).toBe('2');
  });

  it('keeps as many answers as there is room for', async () => {
    const { ask } = start({ mostKept: 400 });
    for (const limit of [1, 2, 3]) {
      await ask(all, { ...query, limit });
    }
    expect((await ask(all, { ...query, limit: 3 })).made).toBe('3');
    expect((await ask(all, { ...query, limit: 1 })).made).toBe('4');
  });
});
