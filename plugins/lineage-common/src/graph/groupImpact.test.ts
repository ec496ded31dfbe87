import { groupImpact } from './groupImpact';
import { LineageImpactItem } from './types';

function item(name: string, degree: number, owner?: string): LineageImpactItem {
  return owner
    ? {
        id: `model:default/${name}`,
        kind: 'entity',
        entityRef: `model:default/${name}`,
        degree,
        owner: `group:default/${owner}`,
      }
    : { id: `ol:job:ns/${name}`, kind: 'job', namespace: 'ns', name, degree };
}

const options = {
  root: 'dataset:default/root',
  direction: 'downstream',
  environment: 'production',
  limit: 200,
  truncated: false,
  complete: true,
} as const;

describe('groupImpact', () => {
  it('says how much is touched, whose it is, and what is nearest', () => {
    const items = [
      item('b', 3, 'fraud'),
      item('nightly', 1),
      { ...item('a', 3, 'fraud'), lifecycle: 'production' },
      item('c', 2, 'search'),
      item('d', 2, 'ranking'),
      item('e', 4, 'ranking'),
    ];
    expect(groupImpact(items, { ...options, limit: 3 })).toEqual({
      root: 'dataset:default/root',
      direction: 'downstream',
      environment: 'production',
      truncated: false,
      complete: true,
      totals: { items: 6, entities: 5, production: 1, owners: 3 },
      owners: [
        { owner: 'group:default/ranking', items: 2, nearest: 2 },
        { owner: 'group:default/fraud', items: 2, nearest: 3 },
        { items: 1, nearest: 1 },
        { owner: 'group:default/search', items: 1, nearest: 2 },
      ],
      items: [
        item('nightly', 1),
        item('c', 2, 'search'),
        item('d', 2, 'ranking'),
      ],
    });
  });

  it('does not depend on the order of what was found', () => {
    const items = [item('a', 1, 'x'), item('b', 1, 'y'), item('c', 1, 'z')];
    expect(groupImpact([...items].reverse(), options)).toEqual(
      groupImpact(items, options),
    );
  });

  it('says that nothing is touched', () => {
    expect(groupImpact([], options)).toMatchObject({
      totals: { items: 0, entities: 0, production: 0, owners: 0 },
      owners: [],
      items: [],
    });
  });
});
