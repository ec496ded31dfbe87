import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { expectMlflowDescribed } from '../../mlflow/__testUtils__/expectMlflowDescribed';
import { evaluation } from '../__testUtils__/evidenceOn';
import { MODEL, name, openEvidence } from '../__testUtils__/openEvidence';

jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('tombstones on %s', id => {
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof openEvidence>>;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    portal = await openEvidence(knex);
  });

  afterEach(async () => {
    await portal.door.stop();
  });

  const evaluate = async (version: string) =>
    await portal.add(version, {
      evaluations: [
        evaluation({ metrics: [{ name: 'roc_auc', value: 0.95 }] }),
      ],
    });
  /** By a promotion that an evaluation lets through. */
  const promote = async (version: string) => {
    await evaluate(version);
    const { body } = await portal.ask(version);
    expect(body).toMatchObject({ state: 'awaiting_approval' });
    await portal.lead.post(`/promotions/${body.id}/approve`, {
      revision: body.revision,
    });
    await portal.door.settle();
    expect(await portal.read(body.id)).toMatchObject({ state: 'succeeded' });
  };
  const tombstones = async () =>
    await knex('version_tombstone')
      .join('version', 'version.id', '=', 'version_tombstone.version_id')
      .orderBy('version.label')
      .select('version.label', 'deleted_by', 'reason', 'version.gone_since');

  it('are the same whoever deletes: the API or a client of MLflow', async () => {
    expect((await portal.remove('1')).body.tombstone).toEqual({
      deletedAt: portal.door.world.clock.now.toISOString(),
      deletedBy: 'user:default/scientist',
      reason: 'Wrong data',
    });
    expect((await portal.removeByClient('2')).status).toBe(200);
    expect(await tombstones()).toEqual(
      [
        ['1', 'Wrong data'],
        ['2', 'Deleted by a client of MLflow'],
      ].map(([label, reason]) => ({
        label,
        deleted_by: 'user:default/scientist',
        reason,
        gone_since: portal.door.world.clock.now.toISOString(),
      })),
    );
    expect(
      await knex('event').where({ type: 'dev.understudy.version.deleted' }),
    ).toHaveLength(2);
  });

  it('hide the version from clients of MLflow, and keep its number', async () => {
    await portal.remove('3');
    const client = portal.door.by('scientist');
    const gone = await client.get('model-versions/get', { name, version: '3' });
    expect(gone.status).toBe(404);
    expect(gone.body.error_code).toBe('RESOURCE_DOES_NOT_EXIST');
    const found = await client.get('model-versions/search', {
      filter: `name='${name}'`,
    });
    expect(
      found.body.model_versions.map((one: { version: string }) => one.version),
    ).toEqual(['2', '1']);
    expect((await portal.removeByClient('3')).body.error_code).toBe(
      'RESOURCE_DOES_NOT_EXIST',
    );
    const next = await client.post('model-versions/create', {
      name,
      source: 's3://3',
    });
    expect(next.body.model_version.version).toBe('4');
  });

  it('take aliases along that no policy protects, and say which', async () => {
    const client = portal.door.by('scientist');
    await client.post('registered-models/alias', {
      name,
      alias: 'candidate',
      version: '1',
    });
    // Aliases move: what is deleted is named by its label or id.
    expect((await portal.remove('candidate')).status).toBe(404);
    expect((await portal.remove('1')).status).toBe(200);
    const [event] = await knex('event').where({
      type: 'dev.understudy.version.deleted',
    });
    expect(JSON.parse(event.data)).toMatchObject({
      before: { aliases: ['candidate'] },
      reason: 'Wrong data',
    });
    expect(await knex('version_alias')).toEqual([]);
  });

  it('are refused while the version is assigned or its alias protected', async () => {
    await promote('1');
    const assigned = await portal.remove('1');
    expect(assigned.status).toBe(409);
    expect(assigned.body.error.message).toContain("alias 'champion'");
    expect((await portal.removeByClient('1')).status).toBe(403);
    await knex('version_alias').delete();
    const withoutAlias = await portal.remove('1');
    expect(withoutAlias.status).toBe(409);
    expect(withoutAlias.body.error.message).toContain(
      `${MODEL}@1 is assigned to production · * now`,
    );
    expect(await tombstones()).toEqual([]);
  });

  it('are refused while a promotion wants the version', async () => {
    const { body } = await portal.ask('1');
    expect(body.state).toBe('blocked');
    const refused = await portal.remove('1');
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain(
      `The promotion '${body.id}' wants ${MODEL}@1 and is 'blocked'`,
    );
    const byClient = await portal.removeByClient('1');
    expect(byClient.status).toBe(409);
    expectMlflowDescribed('delete', 'model-versions/delete', byClient);
    expect(byClient.body.error_code).toBe('RESOURCE_CONFLICT');
    await portal.scientist.post(`/promotions/${body.id}/cancel`, {
      revision: body.revision,
    });
    expect((await portal.remove('1')).status).toBe(200);
  });

  it('keep the version from being promoted or rolled back to', async () => {
    await promote('1');
    await promote('2');
    expect((await portal.remove('1')).status).toBe(200);
    const asked = await portal.ask('1');
    expect(asked.status).toBe(409);
    expect(asked.body.error.message).toContain(
      `${MODEL}@1 was deleted at ${portal.door.world.clock.now.toISOString()}`,
    );
    for (const version of [undefined, '1']) {
      const back = await portal.scientist.post(
        `/models/default/${name}/rollback`,
        {
          environment: 'production',
          version,
        },
      );
      expect(back.status).toBe(409);
      expect(back.body.error.message).toContain("Version '1' was deleted");
    }
    expect((await evaluate('1')).status).toBe(409);
  });

  it('stand on the versions of a registered model that is deleted', async () => {
    const deleted = await portal.door
      .by('scientist')
      .delete('registered-models/delete', { name });
    expect(deleted.status).toBe(200);
    expect(await tombstones()).toHaveLength(3);
  });
});
