import { toError } from '@backstage/errors';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import { letterGraph } from '../__testUtils__/builders';
import { Answer, askForAdditions, withAdditions } from './additions';
import { AddedPart } from './parts';

const added = (id: string): AddedPart => ({
  act: 'add',
  side: 'downstream',
  id,
});
const ids = (graph: LineageGraph) => graph.nodes.map(({ id }) => id).sort();

/** The root `a` with `b`, behind which `c`, `d` and `e` follow one by one. */
function chain() {
  const hidden = new Map([
    ['b', 'c'],
    ['c', 'd'],
    ['d', 'e'],
  ]);
  const asked: string[] = [];
  const withHidden = (graph: LineageGraph): LineageGraph => ({
    ...graph,
    nodes: graph.nodes.map(node => ({
      ...node,
      hidden: {
        upstream: 0,
        downstream:
          hidden.has(node.id) &&
          !graph.edges.some(({ source }) => source === node.id)
            ? 1
            : 0,
      },
    })),
  });
  return {
    base: withHidden(letterGraph('a', 'a>b')),
    asked,
    ask: async ({ id }: AddedPart): Promise<Answer> => {
      asked.push(id);
      return id === 'd'
        ? { error: toError('The database is being restarted') }
        : { graph: withHidden(letterGraph(id, `${id}>${hidden.get(id)}`)) };
    },
  };
}

describe('additions', () => {
  it('are asked for as far as what they are added to is there', async () => {
    const { base, asked, ask } = chain();
    const parts = ['b', 'c', 'unheard-of'].map(added);
    const answers = await askForAdditions(base, parts, {
      known: new Map(),
      ask,
    });
    const { graph, missing, error } = withAdditions(base, parts, answers);
    expect(ids(graph)).toEqual(['a', 'b', 'c', 'd']);
    expect(asked).toEqual(['b', 'c']);
    expect(missing).toEqual([]);
    expect(error).toBeUndefined();
  });

  it('are not asked for again', async () => {
    const { base, asked, ask } = chain();
    const known = await askForAdditions(base, [added('b')], {
      known: new Map(),
      ask,
    });
    await askForAdditions(base, ['b', 'c'].map(added), { known, ask });
    expect(asked).toEqual(['b', 'c']);
  });

  it('that hide nothing are not asked for', async () => {
    const { base, asked, ask } = chain();
    await askForAdditions(base, [added('a')], { known: new Map(), ask });
    expect(asked).toEqual([]);
  });

  it('that fail take nothing else along', async () => {
    const { base, asked, ask } = chain();
    const parts = ['b', 'c', 'd'].map(added);
    const answers = await askForAdditions(base, parts, {
      known: new Map(),
      ask,
    });
    expect(asked).toEqual(['b', 'c', 'd']);
    const { graph, missing, error } = withAdditions(base, parts, answers);
    expect(ids(graph)).toEqual(['a', 'b', 'c', 'd']);
    expect(missing).toEqual([]);
    expect(error?.message).toBe('The database is being restarted');
  });
});
