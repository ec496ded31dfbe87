import { RegistryRefusedError } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { seedAssignment, seedVersions } from '../../__testUtils__/seedVersions';
import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import { createWorld } from '../../promotion/__testUtils__/startPromotions';
import { expectMlflowDescribed } from '../__testUtils__/expectMlflowDescribed';
import { FakeHome } from '../__testUtils__/FakeHome';
import { openDoor } from '../__testUtils__/openDoor';

jest.setTimeout(120_000);

const POLICY = `
apiVersion: understudy.dev/v1alpha1
kind: PromotionPolicy
metadata: {name: standard}
spec:
  stages:
    - name: production
      kind: serve
      steps:
        - id: alias
          uses: registry:set-alias
          with:
            aliases:
              - {keys: [], template: champion}
`;

describe.each(databases.eachSupportedId())(
  'renaming, deleting and staging at a server on %s',
  id => {
    let knex: Knex;
    let door: Awaited<ReturnType<typeof openDoor>>;
    let home: FakeHome;
    let subject: Awaited<ReturnType<typeof seedVersions>>;
    const name = 'parcels';
    const versions = ['1', '2'].map(number =>
      sourceVersion(number, { artifactUri: `s3://${number}` }),
    );

    const open = async (aliases: { alias: string; version: string }[] = []) => {
      knex = await migratedDatabase(id);
      const world = createWorld();
      home = new FakeHome('us', () => world.clock.now);
      home.versions.push(...versions);
      door = await openDoor(knex, {
        world,
        policy: POLICY,
        sources: [home],
        entities: [modelEntity(name, { spec: { home: 'us' } })],
      });
      subject = await seedVersions(knex, {
        model: name,
        server: 'us',
        versions,
        aliases,
      });
    };

    afterEach(async () => {
      await door.stop();
    });

    const post = (path: string, fields: object) =>
      door.by('scientist').post(path, { name, ...fields });
    const rename = (to: string) =>
      post('registered-models/rename', { new_name: to });
    const get = async (model: string) =>
      await door.by('scientist').get('registered-models/get', { name: model });
    const transition = (version: string, stage: string, others = false) =>
      post('model-versions/transition-stage', {
        version,
        stage,
        archive_existing_versions: others,
      });
    const stageOf = async (version: string) =>
      (await door.by('scientist').get('model-versions/get', { name, version }))
        .body.model_version.current_stage;

    it('renames there and here, and the Model keeps its ref', async () => {
      await open();
      const { status, body } = await rename('packets');
      expect(status).toBe(200);
      expect(body.registered_model).toMatchObject({ name: 'packets' });
      expect(home.calls).toEqual(['renameRecord']);
      // The Model is still called so, and leads to it.
      for (const known of ['packets', name]) {
        expect((await get(known)).body.registered_model.name).toBe('packets');
      }
      expect(
        await knex('registry_record').where({ name: 'packets' }).first(),
      ).toMatchObject({ subject_id: subject.id, first_name: name });
      expect(
        await knex('intake_decision').where({ name: 'packets' }).first(),
      ).toMatchObject({ action: 'bind', subject_id: subject.id });
      expect(await door.ledger()).toEqual(['dev.understudy.record.renamed']);
      // What is asked next is asked of the new name, as the one it had first.
      const describe = jest.spyOn(home.registryWriter, 'describeVersion');
      await door.by('scientist').patch('model-versions/update', {
        name: 'packets',
        version: '1',
        description: 'Other words',
      });
      expect(describe.mock.calls[0][0].record).toEqual({
        name: 'packets',
        firstName: name,
        kind: 'model',
      });
    });

    it('keeps the name when the server refuses, or it means something', async () => {
      await open();
      await seedVersions(knex, { model: 'other', server: 'eu', versions: [] });
      expect((await rename('other')).body.error_code).toBe(
        'RESOURCE_ALREADY_EXISTS',
      );
      expect(home.calls).toEqual([]);
      home.trouble = new RegistryRefusedError('No such name', {
        status: 400,
        code: 'INVALID_PARAMETER_VALUE',
      });
      const refused = await rename('packets');
      expect(refused.status).toBe(400);
      expectMlflowDescribed('post', 'registered-models/rename', refused);
      expect(refused.body.message).toBe('No such name');
      expect((await get(name)).status).toBe(200);
      expect(await door.ledger()).toEqual([]);
    });

    it('does not take a name whose history the portal keeps', async () => {
      await open();
      await seedVersions(knex, {
        model: 'former',
        server: 'us',
        record: 'packets',
        versions: [],
      });
      await knex('registry_record')
        .where({ name: 'packets' })
        .update({ gone_since: '2026-01-01T00:00:00.000Z' });
      const refused = await rename('packets');
      expect(refused.body).toEqual({
        error_code: 'RESOURCE_ALREADY_EXISTS',
        message: expect.stringContaining("new_name 'packets'"),
      });
      expect(home.calls).toEqual([]);
    });

    it('deletes there, and keeps here what it knew', async () => {
      await open([{ alias: 'candidate', version: '2' }]);
      const { status } = await door
        .by('scientist')
        .delete('registered-models/delete', { name });
      expect(status).toBe(200);
      expect(home.calls).toEqual(['deleteRecord']);
      expect((await get(name)).status).toBe(404);
      expect(await knex('version_alias')).toEqual([]);
      expect(
        await knex('version_tombstone').select('deleted_by', 'reason'),
      ).toEqual(
        versions.map(() => ({
          deleted_by: 'user:default/scientist',
          reason: expect.stringContaining("deleted at 'Registry us'"),
        })),
      );
      expect(await door.ledger()).toEqual(['dev.understudy.record.deleted']);
    });

    it.each(['registered-models/delete', 'model-versions/delete'])(
      'does not ask for %s while something relies on a version',
      async path => {
        await open();
        await seedAssignment(knex, {
          id: '01J0000000000000000000000A',
          subject,
          label: 'us:1',
        });
        const refused = await door
          .by('scientist')
          .delete(path, { name, version: '1' });
        expect(refused.status).toBe(403);
        expectMlflowDescribed('delete', path, refused);
        expect(refused.body.error_code).toBe('PERMISSION_DENIED');
        expect(home.calls).toEqual([]);
      },
    );

    it.each(['registered-models/delete', 'model-versions/delete'])(
      'names the promotion where %s would take off a protected alias',
      async path => {
        await open([{ alias: 'champion', version: '1' }]);
        const refused = await door
          .by('scientist')
          .delete(path, { name, version: '1' });
        expect(refused.status).toBe(403);
        expect(refused.body.message).toContain(
          "Ask for a promotion of version 1 to the stage 'production'",
        );
        expect(home.calls).toEqual([]);
      },
    );

    it('moves to a stage there, and to the archive what was in it', async () => {
      await open();
      expect(
        (await transition('1', 'Staging')).body.model_version,
      ).toMatchObject({ version: '1', current_stage: 'Staging' });
      expect((await transition('2', 'staging', true)).status).toBe(200);
      expect([await stageOf('1'), await stageOf('2')]).toEqual([
        'Archived',
        'Staging',
      ]);
      await transition('2', 'None');
      expect(await stageOf('2')).toBe('None');
      expect(home.calls).toEqual(['setStage', 'setStage', 'setStage']);
      expect(await door.ledger()).toEqual(
        Array.from({ length: 3 }, () => 'dev.understudy.version.staged'),
      );
    });

    it('names the promotion where a stage is protected', async () => {
      await open();
      const refused = await transition('1', 'Production');
      expect(refused.status).toBe(403);
      expect(refused.body.message).toContain(
        "Ask for a promotion of version 1 to the stage 'production'",
      );
      expect(home.calls).toEqual([]);
    });

    it('says so where the server has no stages', async () => {
      await open();
      delete home.registryWriter.setStage;
      const refused = await transition('1', 'Staging');
      expect(refused.status).toBe(400);
      expect(refused.body.message).toContain("'Registry us', the home of");
    });
  },
);
