import { RecentEntities } from './RecentEntities';

function start(options: { mostCallers?: number } = {}) {
  let time = 1;
  const entities = new RecentEntities({ ...options, now: () => time });
  return { entities, passes: (ms: number) => (time += ms) };
}

describe('RecentEntities', () => {
  it('knows for five seconds what a caller was told', () => {
    const { entities, passes } = start();
    entities.of('a').set('model:default/m', { kind: 'model' });
    passes(4_000);
    const known = entities.of('a');
    known.set('model:default/hidden', undefined);
    expect([...known.keys()]).toEqual([
      'model:default/m',
      'model:default/hidden',
    ]);
    passes(1_001);
    expect([...entities.of('a').keys()]).toEqual([]);
    // Whoever is at it goes by what is known to them.
    known.set('model:default/late', undefined);
    expect([...entities.of('a').keys()]).toEqual([]);
  });

  it('keeps callers apart', () => {
    const { entities } = start();
    entities.of('a').set('model:default/m', { kind: 'model' });
    expect([...entities.of('b').keys()]).toEqual([]);
  });

  it('forgets some of very many callers', () => {
    const { entities } = start({ mostCallers: 2 });
    for (const caller of ['a', 'b', 'a', 'c']) {
      entities.of(caller).set('model:default/m', undefined);
    }
    expect(['c', 'a', 'b'].map(caller => entities.of(caller).size)).toEqual([
      1, 1, 0,
    ]);
  });
});
