import { openPortal, Portal } from '../promotion/__testUtils__/openPortal';
import { MODEL } from '../promotion/__testUtils__/startPromotions';

describe('ledger over HTTP', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal('SQLITE_3');
    await portal.promote('44');
  });

  afterEach(async () => {
    await portal.stop();
  });

  const read = (query: string, who = 'stranger') =>
    portal.by(who).get(`/ledger?${query}`);
  const removeModel = () => {
    portal.world.entities = portal.world.entities.filter(
      entity => entity.kind !== 'Model',
    );
  };

  it('shows the part of a model to whoever may see the model', async () => {
    portal.world.permissions.denied.add('ml.ledger.read');
    const ofModel = await read(`subject=${MODEL}`);
    expect(ofModel.status).toBe(200);
    expect(ofModel.body.items).toHaveLength(8);
    const ofVersion = await read(`subject=${MODEL}@44&limit=3`);
    expect(ofVersion.body.items).toHaveLength(3);
    const rest = await read(
      `subject=${MODEL}@44&cursor=${ofVersion.body.nextCursor}`,
    );
    expect(rest.body.items).toHaveLength(5);
    const other = await read(`subject=${MODEL}@41`);
    expect(other.body.items).toEqual([]);
  });

  it('needs the permission across models and for the verification', async () => {
    expect((await read('')).body.items).toHaveLength(9);
    portal.world.permissions.denied.add('ml.ledger.read');
    expect((await read('')).status).toBe(403);
    const verify = await portal.by('stranger').get('/ledger/verify');
    expect(verify.status).toBe(403);
  });

  it('filters by type and time', async () => {
    const approved = await read(
      `subject=${MODEL}&type=dev.understudy.promotion.approved`,
    );
    expect(approved.body.items).toMatchObject([
      { data: { actor: { ref: 'user:default/lead', kind: 'user' } } },
    ]);
    const later = await read(`subject=${MODEL}&from=2026-11-23T12:00:01Z`);
    expect(later.body.items).toEqual([]);
    expect((await read('from=yesterday')).status).toBe(400);
    expect((await read('cursor=x')).status).toBe(400);
    expect((await read('subject=model:default/nope')).status).toBe(404);
    expect((await read('subject=a b@c d')).status).toBe(400);
  });

  it('keeps history for auditors and the last owner when the model is gone', async () => {
    removeModel();
    await portal
      .knex('subject')
      .update({ deleted_at: '2026-11-23T12:00:00.000Z' });
    portal.world.permissions.denied.add('ml.ledger.read');
    expect((await read(`subject=${MODEL}`)).status).toBe(404);
    const owner = await read(`subject=${MODEL}`, 'scientist');
    expect(owner.body.items).toHaveLength(8);
    portal.world.permissions.denied.clear();
    const auditor = await read(`subject=${MODEL}`, 'risk-officer');
    expect(auditor.body.items).toHaveLength(8);
  });
});
