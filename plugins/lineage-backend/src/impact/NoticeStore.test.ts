import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { NoticeStore } from './NoticeStore';

jest.setTimeout(60_000);

const at = (minutes: number) =>
  new Date(Date.parse('2026-03-01T04:00:00Z') + minutes * 60_000);
const notice = { sentBy: 'user:default/lead', root: 'model:default/score' };

describe.each(databases.eachSupportedId())('NoticeStore on %s', id => {
  it('lets nobody tell the same twice within minutes', async () => {
    const store = new NoticeStore({ knex: await migratedDatabase(id) });
    await store.claim(notice, at(0));
    await expect(store.claim(notice, at(9))).rejects.toMatchObject({
      name: 'TooManyRequestsError',
      statusCode: 429,
      message: expect.stringContaining("'model:default/score'"),
    });
    await store.claim({ ...notice, sentBy: 'user:default/other' }, at(9));
    await store.claim({ ...notice, root: 'model:default/other' }, at(9));
    await store.claim(notice, at(11));
    await expect(store.claim(notice, at(12))).rejects.toThrow('10 minutes');
  });

  it('lets one of two tell that ask at once', async () => {
    const store = new NoticeStore({ knex: await migratedDatabase(id) });
    const outcomes = await Promise.allSettled([
      store.claim(notice, at(0)),
      store.claim(notice, at(0)),
      store.claim(notice, at(0)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
  });

  it('bounds how often somebody tells owners', async () => {
    const knex = await migratedDatabase(id);
    const store = new NoticeStore({ knex });
    for (let index = 0; index < 20; index++) {
      await store.claim({ ...notice, root: `model:default/m${index}` }, at(0));
    }
    await expect(store.claim(notice, at(59))).rejects.toThrow('20 times');
    await store.claim(notice, at(61));
    // What reaches no bound any more is forgotten.
    expect(await knex('impact_notice')).toHaveLength(1);
  });

  it('gives the right back', async () => {
    const store = new NoticeStore({ knex: await migratedDatabase(id) });
    await store.claim(notice, at(0));
    await store.release(notice);
    await expect(store.claim(notice, at(1))).resolves.toBeUndefined();
  });
});
