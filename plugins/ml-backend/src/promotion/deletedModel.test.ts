import { openPortal, Portal } from './__testUtils__/openPortal';
import { MODEL } from './__testUtils__/startPromotions';

describe('what happened to a model that was deleted', () => {
  let portal: Portal;
  let id: string;

  beforeEach(async () => {
    portal = await openPortal('SQLITE_3');
    ({ id } = await portal.promote('44'));
    portal.world.entities = portal.world.entities.filter(
      entity => entity.kind !== 'Model',
    );
    await portal
      .knex('subject')
      .update({ deleted_at: '2026-11-23T12:00:00.000Z' });
    portal.world.permissions.denied.add('ml.ledger.read');
  });

  afterEach(async () => {
    await portal.stop();
  });

  const readAll = async (who: string) =>
    await Promise.all(
      [
        `/promotions/${id}`,
        `/promotions?model=${MODEL}`,
        '/models/default/fraud-score/assignments',
      ].map(async path => await portal.by(who).get(path)),
    );

  it('stays readable to its last owner', async () => {
    const [one, list, assignments] = await readAll('scientist');
    expect(one.body).toMatchObject({ id, state: 'succeeded', version: '44' });
    expect(list.body.items).toMatchObject([{ id }]);
    expect(assignments.body.items[0]).toMatchObject({ version: '44' });
  });

  it('stays readable to whoever may read the ledger', async () => {
    portal.world.permissions.denied.clear();
    const answers = await readAll('stranger');
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200]);
  });

  it('is not there for anybody else', async () => {
    const answers = await readAll('stranger');
    expect(answers.map(answer => answer.status)).toEqual([404, 404, 404]);
    expect(answers[0].body.error.message).toBe(`No promotion '${id}'`);
  });

  it('can be looked at, not acted upon', async () => {
    const answer = await portal
      .by('scientist')
      .post(`/promotions/${id}/cancel`, { revision: 1 });
    expect(answer.status).toBe(404);
  });
});
