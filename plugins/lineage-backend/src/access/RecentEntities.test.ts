import { RecentEntities } from './RecentEntities';

const seen = { facts: { kind: 'model' } };

function start(options: { mostKept?: number } = {}) {
  let time = 1_000;
  const entities = new RecentEntities({ ...options, now: () => time });
  return { entities, passes: (ms: number) => (time += ms) };
}

describe('RecentEntities', () => {
  it('knows for five seconds what a caller was told, from when it was asked', () => {
    const { entities, passes } = start();
    const caller = entities.of('a');
    const askedAt = caller.now();
    passes(400);
    caller.set('model:default/m', seen, askedAt);
    caller.set('model:default/hidden', {}, askedAt);
    passes(4_599);
    expect(entities.of('a').get('model:default/m')).toBe(seen);
    expect(entities.of('a').get('model:default/hidden')).toEqual({});
    expect(entities.of('a').get('model:default/other')).toBeUndefined();
    passes(2);
    expect(entities.of('a').get('model:default/m')).toBeUndefined();
  });

  it('keeps callers apart', () => {
    const { entities } = start();
    const one = entities.of('a');
    one.set('model:default/m', seen, one.now());
    expect(entities.of('b').get('model:default/m')).toBeUndefined();
  });

  it('forgets the oldest of very many', () => {
    const { entities } = start({ mostKept: 2 });
    const caller = entities.of('a');
    for (const ref of ['1', '2', '1', '3']) {
      caller.set(ref, seen, caller.now());
    }
    expect(['1', '2', '3'].filter(ref => caller.get(ref))).toEqual(['1', '3']);
  });
});
