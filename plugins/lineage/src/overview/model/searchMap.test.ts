import { LineageOverviewNode } from '@understudy/plugin-lineage-common';
import { letterPlan } from '../__testUtils__/planOf';
import { countOwners, nameOnMap } from './MapNames';
import { searchMap } from './searchMap';
import { summaryOf } from './summaryOf';

const nodes: LineageOverviewNode[] = [
  {
    id: 'dataset:default/orders',
    kind: 'entity',
    entityRef: 'dataset:default/orders',
    distance: {},
  },
  {
    id: 'ol:job:airflow/load.orders',
    kind: 'job',
    namespace: 'airflow',
    name: 'load.orders',
    distance: {},
  },
];
const known = new Map([
  [
    'dataset:default/orders',
    { title: 'Bestellungen', owner: 'group:default/a' },
  ],
]);
const find = (text: string) =>
  searchMap(nodes, text, ({ id }) => known.get(id)?.title);

describe('searchMap', () => {
  it.each([
    ['ORDERS', [0, 1]],
    ['bestell', [0]],
    ['load airflow', [1]],
    ['orders  nothing', []],
    ['', []],
    ['   ', []],
  ])('finds by %j', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });
});

describe('nameOnMap', () => {
  it('is what the catalog says, or what it is called by itself', () => {
    expect(nodes.map(node => nameOnMap(node, known))).toEqual([
      'Bestellungen',
      'load.orders',
    ]);
    expect(nameOnMap(nodes[0], new Map())).toBe('orders');
  });
});

describe('countOwners', () => {
  it('counts data of which it is known, those of most first', () => {
    const more = ['b', 'c', 'd'].map((name): LineageOverviewNode => {
      const ref = `model:default/${name}`;
      return { id: ref, kind: 'entity', entityRef: ref, distance: {} };
    });
    const things = new Map([
      ['model:default/b', { title: 'b', owner: 'o', ownerName: 'Owner' }],
      ['model:default/c', { title: 'c', owner: 'o', ownerName: 'Owner' }],
      ['model:default/d', { title: 'd' }],
    ]);
    expect(countOwners([...nodes, ...more], things)).toEqual({
      owners: [
        { owner: 'o', name: 'Owner', count: 2 },
        { owner: undefined, name: undefined, count: 1 },
      ],
      // The dataset; jobs have no owner that anybody looks for.
      unknown: 1,
    });
  });
});

describe('summaryOf', () => {
  it('counts by distance and kind, and leaves nothing out', () => {
    const plan = letterPlan('r>a r>b u>r a>c');
    const kinds = plan.overview.nodes.map(({ id }) =>
      id === 'b' ? 'job' : 'unmapped',
    );
    expect(summaryOf({ ...plan, kinds })).toEqual([
      { distance: -1, kind: 'unmapped', count: 1 },
      { distance: 0, kind: 'unmapped', count: 1 },
      { distance: 1, kind: 'job', count: 1 },
      { distance: 1, kind: 'unmapped', count: 1 },
      { distance: 2, kind: 'unmapped', count: 1 },
    ]);
  });
});
