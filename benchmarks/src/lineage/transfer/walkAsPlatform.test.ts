import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { walkAsPlatform } from './walkAsPlatform';

function dataset(name: string, ...targets: string[]): Entity {
  const relation = (type: string) => (target: string) => ({
    type,
    targetRef: `dataset:default/${target}`,
  });
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Dataset',
    metadata: { name, namespace: 'default' },
    relations: [
      ...targets.map(relation('sourceOf')),
      relation('ownedBy')('someone'),
    ],
  };
}

describe('walkAsPlatform', () => {
  const entities = new Map(
    [
      dataset('a', 'b', 'c'),
      dataset('b', 'd'),
      dataset('c', 'd', 'gone'),
      dataset('d', 'a', 'e'),
      dataset('e'),
      dataset('someone'),
    ].map(entity => [stringifyEntityRef(entity), entity]),
  );
  const nameOf = (ref: string) => ref.replace('dataset:default/', '');
  const walk = async (depth: number) => {
    const read = jest.fn(async (refs: string[]) =>
      refs.map(ref => entities.get(ref) ?? null),
    );
    const found = await walkAsPlatform({
      root: 'dataset:default/a',
      relation: 'sourceOf',
      depth,
      read,
    });
    return {
      asked: read.mock.calls.map(([refs]) => refs.map(nameOf)),
      found: [...found.keys()].map(nameOf),
    };
  };

  it('asks once for each level, for nothing twice', async () => {
    expect(await walk(2)).toEqual({
      asked: [['a'], ['b', 'c'], ['d', 'gone']],
      found: ['a', 'b', 'c', 'd'],
    });
  });

  it('ends where nothing is left', async () => {
    expect((await walk(9)).asked).toEqual([
      ['a'],
      ['b', 'c'],
      ['d', 'gone'],
      ['e'],
    ]);
  });
});
