import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseSubjectStore } from './DatabaseSubjectStore';

jest.setTimeout(60_000);

const now = new Date('2026-03-01T00:00:00.000Z');
const entity = (name: string, previous: string[] = []) => ({
  ref: `model:default/${name}`,
  previousRefs: previous.map(p => `model:default/${p}`),
  owner: 'group:default/payments-fraud',
});

describe.each(databases.eachSupportedId())('DatabaseSubjectStore on %s', id => {
  async function createStore() {
    const knex = await migratedDatabase(id);
    return {
      knex,
      store: DatabaseSubjectStore.create({ knex, now: () => now }),
    };
  }

  it('gives an entity one subject, also when asked for at the same time', async () => {
    const { store } = await createStore();
    const subjects = await Promise.all(
      [1, 2, 3, 4].map(() => store.ensure(entity('a'))),
    );
    expect(new Set(subjects.map(s => s.id)).size).toBe(1);
    expect(await store.findByRef('model:default/a')).toEqual({
      id: subjects[0].id,
      ref: 'model:default/a',
      previousRefs: [],
      lastOwner: 'group:default/payments-fraud',
    });
    expect(await store.findByRef('model:default/b')).toBeUndefined();
  });

  it('lets an entity that names its former ref take over the subject', async () => {
    const { store } = await createStore();
    const before = await store.ensure(entity('old'));
    const after = await store.ensure(entity('new', ['old']));
    expect(after.id).toBe(before.id);
    expect(after.previousRefs).toEqual(['model:default/old']);
    expect(await store.findByRef('model:default/old')).toBeUndefined();
  });

  it('replaces a subject without history when an entity is renamed', async () => {
    const { store } = await createStore();
    const before = await store.ensure(entity('old'));
    await store.ensure(entity('new'));
    expect(await store.rename(before.id, 'model:default/new')).toBe(true);
    expect((await store.findByRef('model:default/new'))?.id).toBe(before.id);
  });

  it('keeps two histories apart', async () => {
    const { knex, store } = await createStore();
    const before = await store.ensure(entity('old'));
    const occupant = await store.ensure(entity('new'));
    await knex('registry_record').insert({
      id: '01J00000000000000000000001',
      server: 'eu',
      name: 'new',
      kind: 'model',
      subject_id: occupant.id,
      first_seen_at: now.toISOString(),
    });
    expect(await store.rename(before.id, 'model:default/new')).toBe(false);
    expect((await store.findByRef('model:default/old'))?.id).toBe(before.id);
    expect((await store.findByRef('model:default/new'))?.id).toBe(occupant.id);
  });

  it('notes a deletion, keeps the last owner, and forgets it on return', async () => {
    const { store } = await createStore();
    const { id: subjectId } = await store.ensure(entity('a'));
    await store.setPresence([{ id: subjectId, present: false }]);
    expect(await store.findByRef('model:default/a')).toMatchObject({
      deletedAt: now.toISOString(),
      lastOwner: 'group:default/payments-fraud',
    });
    await store.setPresence([
      { id: subjectId, present: true, owner: 'group:default/search' },
    ]);
    expect(await store.findByRef('model:default/a')).toEqual({
      id: subjectId,
      ref: 'model:default/a',
      previousRefs: [],
      lastOwner: 'group:default/search',
    });
  });

  it('lists subjects page by page', async () => {
    const { store } = await createStore();
    for (const name of ['a', 'b', 'c']) {
      await store.ensure(entity(name));
    }
    const first = await store.list({ limit: 2 });
    const second = await store.list({ limit: 2, after: first[1].id });
    expect([...first, ...second].map(s => s.ref).sort()).toEqual([
      'model:default/a',
      'model:default/b',
      'model:default/c',
    ]);
  });
});
