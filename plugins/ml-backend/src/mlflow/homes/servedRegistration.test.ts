import { ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { seedVersions } from '../../__testUtils__/seedVersions';
import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import { createWorld } from '../../promotion/__testUtils__/startPromotions';
import { FakeHome } from '../__testUtils__/FakeHome';
import { openDoor } from '../__testUtils__/openDoor';

jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())(
  'registering at a server on %s',
  id => {
    let knex: Knex;
    let door: Awaited<ReturnType<typeof openDoor>>;
    let home: FakeHome;
    const name = 'parcels';

    beforeEach(async () => {
      knex = await migratedDatabase(id);
      const world = createWorld();
      home = new FakeHome('us', () => world.clock.now);
      door = await openDoor(knex, {
        world,
        sources: [home],
        entities: [modelEntity(name, { spec: { home: 'us' } })],
      });
      const first = sourceVersion('1', { artifactUri: 's3://1' });
      home.versions.push(first);
      await seedVersions(knex, {
        model: name,
        server: 'us',
        versions: [first],
      });
    });

    afterEach(async () => {
      await door.stop();
    });

    const create = async (
      client = door.by('scientist'),
      fields: object = {},
    ) => {
      const { status, body } = await client.post('model-versions/create', {
        name,
        source: 's3://2',
        run_id: 'run2',
        ...fields,
      });
      return body.model_version?.version ?? status;
    };
    const registered = async () =>
      (await door.ledger()).filter(type => type.endsWith('version.registered'));
    /** A replica that got so far, and then died: nobody hears of it again. */
    let bury: () => void = () => {};
    const die = () =>
      new Promise<never>((_, reject) => {
        bury = () => reject(new Error('It is dead'));
      });

    it('gives the same version to the same request within a minute', async () => {
      home.beforeCreate = async () =>
        await new Promise(resolve => setTimeout(resolve, 50));
      const other = door.replica().by('scientist');
      expect(
        await Promise.all([create(), create(other), create(), create(other)]),
      ).toEqual(['2', '2', '2', '2']);
      door.advance(59);
      expect(await create(other)).toBe('2');
      door.advance(2);
      expect(await create()).toBe('3');
      expect(home.calls).toEqual(['createVersion', 'createVersion']);
      expect(await registered()).toHaveLength(2);
    });

    it('tells runs and sources apart', async () => {
      expect(
        await Promise.all([
          create(),
          create(undefined, { run_id: 'run3' }),
          create(undefined, { source: 's3://3' }),
        ]),
      ).toEqual(expect.arrayContaining(['2', '3', '4']));
    });

    it('finds what a replica registered that died before it was written down', async () => {
      let arrived: () => void = () => {};
      const atServer = new Promise<void>(resolve => {
        arrived = resolve;
      });
      const { createVersion } = home.registryWriter;
      home.registryWriter.createVersion = async options => {
        await createVersion(options);
        arrived();
        return await die();
      };
      const lost = create();
      await atServer;
      home.registryWriter.createVersion = createVersion;
      // Nobody prolongs the lease of the dead.
      await knex('server_change').update({ fencing_token: 7 });
      door.advance(30);
      expect(await create(door.replica().by('scientist'))).toBe('2');
      bury();
      expect(await lost).toBe(500);
      expect(home.calls).toEqual(['createVersion']);
      expect(await registered()).toHaveLength(1);
      expect(
        await knex('version').where({ record_version: '2' }).first(),
      ).toMatchObject({ registered_by: 'user:default/scientist' });
    });

    it('registers what a replica did not that died on its way', async () => {
      let arrived: () => void = () => {};
      const onItsWay = new Promise<void>(resolve => {
        arrived = resolve;
      });
      const { findCreatedSince } = home.registryWriter;
      home.registryWriter.findCreatedSince = async () => {
        arrived();
        return await die();
      };
      const lost = create();
      await onItsWay;
      home.registryWriter.findCreatedSince = findCreatedSince;
      await knex('server_change').update({ fencing_token: 7 });
      door.advance(30);
      expect(await create(door.replica().by('scientist'))).toBe('2');
      bury();
      expect(await lost).toBe(500);
      expect(home.calls).toEqual(['createVersion']);
    });

    it('keeps who asked first when somebody else goes on', async () => {
      const { createVersion } = home.registryWriter;
      home.registryWriter.createVersion = async options => {
        await createVersion(options);
        throw new ServiceUnavailableError('Registry us: no answer');
      };
      expect(await create()).toBe(503);
      home.registryWriter.createVersion = createVersion;
      expect(await create(door.byService())).toBe('2');
      expect(home.calls).toEqual(['createVersion']);
      expect(
        await knex('version').where({ record_version: '2' }).first(),
      ).toMatchObject({ registered_by: 'user:default/scientist' });
    });

    it('registers anew what was deleted within the minute', async () => {
      expect(await create()).toBe('2');
      await door
        .by('scientist')
        .delete('model-versions/delete', { name, version: '2' });
      expect(await create()).toBe('2');
      expect(home.calls).toEqual([
        'createVersion',
        'deleteVersion',
        'createVersion',
      ]);
      // As a server does that forgets what it deleted: the portal does not.
      expect(
        await knex('version')
          .whereIn('label', ['us:2', 'us:us:2'])
          .orderBy('label')
          .select('label', 'record_number'),
      ).toEqual([
        { label: 'us:2', record_number: null },
        { label: 'us:us:2', record_number: 2 },
      ]);
    });
  },
);
