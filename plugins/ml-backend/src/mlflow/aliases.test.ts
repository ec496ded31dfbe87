import { Knex } from 'knex';
import { as, person } from '../promotion/__testUtils__/as';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { APP_URL, openDoor, portalModel } from './__testUtils__/openDoor';

jest.setTimeout(120_000);

/** As that of other tests, without a gate: versions here have no metrics. */
const POLICY = `
apiVersion: understudy.dev/v1alpha1
kind: PromotionPolicy
metadata: {name: standard}
spec:
  stages:
    - name: staging
      kind: test
    - name: production
      kind: serve
      order: 1
      approvals:
        - id: owner
          from: {relation: owner}
      steps:
        - id: alias
          uses: registry:set-alias
          with:
            aliases:
              - {keys: [], template: champion}
              - {keys: [market], template: 'champion-{market}'}
`;

describe.each(databases.eachSupportedId())('aliases on %s', id => {
  let knex: Knex;
  let door: Awaited<ReturnType<typeof openDoor>>;
  const name = 'gift-wrap';
  const model = `model:default/${name}`;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    door = await openDoor(knex, {
      entities: [portalModel(name)],
      policy: POLICY,
    });
    for (const source of ['s3://1', 's3://2', 's3://3']) {
      await door
        .by('scientist')
        .post('model-versions/create', { name, source });
    }
  });

  afterEach(async () => {
    await door.stop();
  });

  const set = async (alias: string, version: string, who = 'scientist') =>
    await door
      .by(who)
      .post('registered-models/alias', { name, alias, version });
  const holder = async (alias: string) =>
    (await door.by('scientist').get('registered-models/alias', { name, alias }))
      .body.model_version?.version;

  /** Promotes a version in the portal, as two people would. */
  async function promote(version: string) {
    const asked = await as(door.app, person('scientist')).post('/promotions', {
      model,
      version,
      stage: 'production',
    });
    const page = await as(door.app, person('lead')).get(
      `/promotions/${asked.body.id}`,
    );
    await as(door.app, person('lead')).post(
      `/promotions/${asked.body.id}/approve`,
      {
        revision: page.body.revision,
      },
    );
    await door.settle();
  }

  it('moves aliases that no policy speaks of', async () => {
    expect((await set('candidate', '1')).status).toBe(200);
    expect((await set('candidate', '2')).status).toBe(200);
    expect(await holder('candidate')).toBe('2');
    const { body } = await door
      .by('scientist')
      .get('registered-models/get', { name });
    expect(body.registered_model.aliases).toEqual([
      { alias: 'candidate', version: '2' },
    ]);
    await door
      .by('scientist')
      .delete('registered-models/alias', { name, alias: 'candidate' });
    const gone = await door
      .by('scientist')
      .get('registered-models/alias', { name, alias: 'candidate' });
    expect(gone.status).toBe(400);
    expect(gone.body.error_code).toBe('INVALID_PARAMETER_VALUE');
    expect((await door.ledger()).slice(-3)).toEqual([
      'dev.understudy.alias.set',
      'dev.understudy.alias.set',
      'dev.understudy.alias.deleted',
    ]);
  });

  it('answers the newest version for latest', async () => {
    expect(await holder('latest')).toBe('3');
  });

  it.each(['latest', 'v3', 'with space', ''])(
    'does not set %p',
    async alias => {
      const { status, body } = await set(alias, '1');
      expect(status).toBe(400);
      expect(body.message).toContain('body.alias');
    },
  );

  it.each(['champion', 'champion-de'])(
    'refuses %s and names the promotion to ask for',
    async alias => {
      const { status, body } = await set(alias, '2');
      expect(status).toBe(403);
      expect(body.error_code).toBe('PERMISSION_DENIED');
      expect(body.message).toContain('promotion of version 2');
      expect(body.message).toContain(
        `${APP_URL}/ml/models/default/${name}/versions/2`,
      );
      expect(await holder(alias)).toBeUndefined();
    },
  );

  it('refuses the stages that a policy decides', async () => {
    for (const stage of ['Production', 'Staging']) {
      const { status, body } = await door
        .by('scientist')
        .post('model-versions/transition-stage', { name, version: '1', stage });
      expect(status).toBe(403);
      expect(body.message).toContain(`stage '${stage.toLowerCase()}'`);
    }
  });

  it('is moved by a promotion, and shows its stage', async () => {
    await promote('2');
    expect(await holder('champion')).toBe('2');
    const { body } = await door
      .by('scientist')
      .get('registered-models/get-latest-versions', {
        name,
        stages: 'Production',
      });
    expect(body.model_versions).toMatchObject([
      { version: '2', current_stage: 'Production', aliases: ['champion'] },
    ]);
  });

  it('keeps what is in production from being deleted or archived', async () => {
    await promote('2');
    const scientist = door.by('scientist');
    for (const answer of [
      await scientist.delete('model-versions/delete', { name, version: '2' }),
      await scientist.delete('registered-models/delete', { name }),
      await scientist.delete('registered-models/alias', {
        name,
        alias: 'champion',
      }),
      await scientist.post('model-versions/transition-stage', {
        name,
        version: '2',
        stage: 'Archived',
      }),
    ]) {
      expect(answer.status).toBe(403);
    }
    expect(await holder('champion')).toBe('2');
  });

  it('goes back to the version before by a rollback', async () => {
    await promote('1');
    door.advance(60);
    await promote('2');
    door.advance(60);
    door.feature.worker.start();
    // Not one that was never there, nor for those who may not roll back.
    expect((await set('champion', '3')).status).toBe(403);
    door.world.permissions.denied.add('ml.promotion.rollback');
    expect((await set('champion', '1')).status).toBe(403);
    expect(await holder('champion')).toBe('2');
    door.world.permissions.denied.clear();
    const back = await set('champion', '1', 'stranger');
    expect(back.status).toBe(200);
    expect(await holder('champion')).toBe('1');
    expect(await knex('promotion').orderBy('id', 'desc').first()).toMatchObject(
      {
        kind: 'rollback',
        requested_by: 'user:default/stranger',
      },
    );
    // Setting it to what it is changes nothing.
    expect((await set('champion', '1')).status).toBe(200);
    expect(await knex('promotion').where({ kind: 'rollback' })).toHaveLength(1);
  });
});
