import { LineageFields } from '@understudy/plugin-lineage-common';
import { toFieldFlow } from './fieldFlow';

const FIELDS: LineageFields = {
  root: 'dataset:default/b',
  field: 'x y',
  truncated: false,
  complete: true,
  nodes: [
    {
      id: 'dataset:default/b',
      kind: 'entity',
      fields: ['x y', 'z'],
      distance: { upstream: 0, downstream: 0 },
    },
    {
      id: 'ol:dataset:pg/a',
      kind: 'dataset',
      fields: ['x y'],
      distance: { upstream: 1 },
    },
  ],
  edges: [
    {
      source: { node: 'ol:dataset:pg/a', field: 'x y' },
      target: { node: 'dataset:default/b', field: 'x y' },
      kind: 'both',
    },
    {
      source: { node: 'ol:dataset:pg/a', field: 'x y' },
      target: { node: 'dataset:default/b' },
      kind: 'indirect',
    },
  ],
};

describe('toFieldFlow', () => {
  it('draws each field, and the whole of a dataset where something decides about it', () => {
    const { root, nodes, edges, fieldOf } = toFieldFlow(FIELDS);
    expect(nodes.map(({ id }) => fieldOf.get(id))).toEqual([
      { node: 'dataset:default/b', field: 'x y' },
      { node: 'dataset:default/b', field: 'z' },
      { node: 'dataset:default/b' },
      { node: 'ol:dataset:pg/a', field: 'x y' },
    ]);
    expect(root).toBe(nodes[0].id);
    const ids = nodes.map(({ id }) => id);
    expect(edges.map(({ source, target }) => [source, target])).toEqual([
      [ids[3], ids[0]],
      [ids[3], ids[2]],
    ]);
    expect(edges.map(({ origin }) => origin)).toEqual(['both', 'declared']);
    // Keys of connections are made with spaces.
    expect(ids.filter(id => id.includes(' '))).toEqual([]);
  });

  it('is about one field, or about all of the root', () => {
    const [x, z, whole] = toFieldFlow(FIELDS).nodes.map(({ id }) => id);
    expect([...toFieldFlow(FIELDS).asked]).toEqual([x]);
    const all = toFieldFlow({ ...FIELDS, field: undefined });
    expect([...all.asked]).toEqual([x, z, whole]);
    expect(all.root).toBe(x);
  });

  it('knows what is connected only by way of something that decides', () => {
    const [b, a] = FIELDS.nodes;
    const { indirect, nodes } = toFieldFlow({
      ...FIELDS,
      nodes: [b, { ...a, indirect: ['x y'] }],
    });
    expect([...indirect]).toEqual([nodes.at(-1)?.id]);
    expect(toFieldFlow(FIELDS).indirect.size).toBe(0);
  });
});
