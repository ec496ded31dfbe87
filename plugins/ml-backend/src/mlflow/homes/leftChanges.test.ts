import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  RegistryRefusedError,
  RegistryWriter,
} from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { seedVersions } from '../../__testUtils__/seedVersions';
import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import { IntakeDecisionStore } from '../../intake/decisions/IntakeDecisionStore';
import { createWorld } from '../../promotion/__testUtils__/startPromotions';
import { MetricDictionary } from '../../registry/MetricDictionary';
import { RegistrySourceStore } from '../../registry/sync/RegistrySourceStore';
import { RegistrySync } from '../../registry/sync/RegistrySync';
import { FakeHome } from '../__testUtils__/FakeHome';
import { openDoor } from '../__testUtils__/openDoor';

jest.setTimeout(120_000);

const name = 'parcels';
type Door = Awaited<ReturnType<typeof openDoor>>;
type Client = ReturnType<Door['by']>;

/** Everything that clients have servers change. */
const changes: {
  call: keyof RegistryWriter;
  verb: string;
  ask: (client: Client) => Promise<{ status: number }>;
}[] = [
  {
    call: 'createVersion',
    verb: 'version.registered',
    ask: client =>
      client.post('model-versions/create', { name, source: 's3://3' }),
  },
  {
    call: 'describeVersion',
    verb: 'version.updated',
    ask: client =>
      client.patch('model-versions/update', {
        name,
        version: '1',
        description: 'In other words',
      }),
  },
  {
    call: 'tagVersion',
    verb: 'version.tagged',
    ask: client =>
      client.post('model-versions/set-tag', {
        name,
        version: '1',
        key: 'size',
        value: 'small',
      }),
  },
  {
    call: 'setStage',
    verb: 'version.staged',
    ask: client =>
      client.post('model-versions/transition-stage', {
        name,
        version: '1',
        stage: 'Archived',
      }),
  },
  {
    call: 'deleteVersion',
    verb: 'version.deleted',
    ask: client =>
      client.delete('model-versions/delete', { name, version: '1' }),
  },
  {
    call: 'describeRecord',
    verb: 'record.updated',
    ask: client =>
      client.patch('registered-models/update', { name, description: 'Words' }),
  },
  {
    call: 'tagRecord',
    verb: 'record.tagged',
    ask: client =>
      client.post('registered-models/set-tag', {
        name,
        key: 'reviewed',
        value: 'yes',
      }),
  },
  {
    call: 'renameRecord',
    verb: 'record.renamed',
    ask: client =>
      client.post('registered-models/rename', { name, new_name: 'packets' }),
  },
  {
    call: 'deleteRecord',
    verb: 'record.deleted',
    ask: client => client.delete('registered-models/delete', { name }),
  },
  {
    call: 'setAlias',
    verb: 'alias.set',
    ask: client =>
      client.post('registered-models/alias', {
        name,
        alias: 'candidate',
        version: '2',
      }),
  },
];
const change = (call: keyof RegistryWriter) =>
  changes.find(one => one.call === call)!;

describe.each(databases.eachSupportedId())(
  'changes at a server that were left on %s',
  id => {
    let knex: Knex;
    let door: Door;
    let home: FakeHome;
    const scientist = () => door.by('scientist');

    beforeEach(async () => {
      knex = await migratedDatabase(id);
      const world = createWorld();
      home = new FakeHome('us', () => world.clock.now);
      home.names.delete('others');
      home.versions.push(
        ...['1', '2'].map(number =>
          sourceVersion(number, { artifactUri: `s3://${number}` }),
        ),
      );
      door = await openDoor(knex, {
        world,
        sources: [home],
        entities: [modelEntity(name, { spec: { home: 'us' } })],
      });
      await seedVersions(knex, {
        model: name,
        server: 'us',
        versions: home.versions,
      });
      await read();
    });

    afterEach(async () => {
      await door.stop();
    });

    /** Reads the server, as the portal does from time to time. */
    async function read() {
      const sources = RegistrySourceStore.create({ knex });
      await new RegistrySync({
        ...door.services,
        catalog: catalogServiceMock({ entities: door.world.entities }),
        dictionary: MetricDictionary.create([]),
        knex,
        logger: mockServices.logger.mock(),
        sources,
        now: () => door.world.clock.now,
      }).run(home, { signal: new AbortController().signal });
      const [status] = await sources.findStatuses([home]);
      expect(status.lastError).toBeUndefined();
      door.advance(1);
    }

    /** Has the server do something, or not, and never answer. */
    async function lose(
      call: keyof RegistryWriter,
      options: { isDone: boolean },
    ) {
      const writer = home.registryWriter as unknown as Record<
        string,
        (given: unknown) => Promise<unknown>
      >;
      const original = writer[call];
      writer[call] = async given => {
        if (options.isDone) {
          await original(given);
        }
        throw new ServiceUnavailableError('Registry us: no answer');
      };
      const answer = await change(call).ask(scientist());
      expect(answer.status).toBe(503);
      writer[call] = original;
    }

    const scientistDecides = async (record: string) =>
      await knex.transaction(tx =>
        IntakeDecisionStore.create({ knex }).keep(tx, [
          {
            record: { server: 'us', name: record },
            action: 'ignore',
            reason: 'It was a trial',
            decidedBy: 'user:default/scientist',
            decidedAt: door.world.clock.now.toISOString(),
          },
        ]),
      );
    const ledger = async (): Promise<
      { type: string; actor: string; askedAt?: string }[]
    > =>
      (
        await knex('event')
          .whereNot({ type: 'dev.understudy.policy.changed' })
          .orderBy('sequence')
          .select('type', 'data')
      ).map(({ type, data }) => {
        const { actor, after } = JSON.parse(data);
        return {
          type: type.replace('dev.understudy.', ''),
          actor: actor.ref,
          askedAt: after?.askedAt,
        };
      });
    const open = async (): Promise<string[]> =>
      await knex('server_change').whereNull('done_at').pluck('kind');
    const records = async () =>
      await knex('registry_record')
        .where({ server: 'us' })
        .orderBy('name')
        .select('name', 'gone_since');

    it.each(changes)(
      'are written down where the server shows them: $call',
      async ({ call, verb }) => {
        const askedAt = door.world.clock.now.toISOString();
        await lose(call, { isDone: true });
        expect(await ledger()).toEqual([]);
        expect(await open()).toHaveLength(1);
        door.advance(5);
        await door.settleLeft();
        const written = [
          { type: verb, actor: 'user:default/scientist', askedAt },
        ];
        expect(await ledger()).toEqual(written);
        expect(await open()).toEqual([]);
        // Once, whatever comes after it.
        await door.settleLeft();
        await read();
        expect(await ledger()).toEqual(written);
      },
    );

    it.each(changes)(
      'are dropped where the server does not show them: $call',
      async ({ call }) => {
        const before = await records();
        await lose(call, { isDone: false });
        // The server may be at it.
        door.advance(5);
        await door.settleLeft();
        expect(await open()).toHaveLength(1);
        door.advance(56);
        await door.settleLeft();
        expect(await open()).toEqual([]);
        expect(door.logger.warn).toHaveBeenCalledWith(
          expect.stringMatching(
            /^Registry 'us': '.*', which 'user:default\/scientist' asked for at .* is dropped: the server does not show it of 'parcels'$/,
          ),
        );
        await read();
        expect(await ledger()).toEqual([]);
        expect(await records()).toEqual(before);
        expect(await knex('intake_decision')).toEqual([]);
        expect(await knex('version_tombstone')).toEqual([]);
      },
    );

    it.each(
      ['renameRecord', 'deleteRecord', 'deleteVersion', 'setAlias'].map(call =>
        change(call as keyof RegistryWriter),
      ),
    )(
      'are not taken for changes from outside by a read: $call',
      async ({ call, verb }) => {
        const before = await records();
        const versions = await knex('version').orderBy('id');
        await lose(call, { isDone: true });
        await read();
        expect(await records()).toEqual(before);
        expect(await knex('version').orderBy('id')).toEqual(versions);
        expect(await ledger()).toEqual([]);
        await door.settleLeft();
        await read();
        expect((await ledger()).map(({ type }) => type)).toEqual([verb]);
        expect(await knex('alias_change').whereNot({ via: 'client' })).toEqual(
          [],
        );
      },
    );

    it('keep the Model of a record that was renamed', async () => {
      const { id: recordId } = await knex('registry_record')
        .where({ name })
        .first('id');
      await lose('renameRecord', { isDone: true });
      // An import that looks now is told already whose name it is.
      expect(await knex('intake_decision').pluck('name')).toEqual(['packets']);
      await door.settleLeft();
      await read();
      expect(await records()).toEqual([{ name: 'packets', gone_since: null }]);
      expect(
        await knex('version').where({ record_id: recordId, gone_since: null }),
      ).toHaveLength(2);
      const { body } = await scientist().get('registered-models/get', { name });
      expect(body.registered_model.name).toBe('packets');
    });

    it('know who registered a version that a read has seen first', async () => {
      await lose('createVersion', { isDone: true });
      await read();
      expect(
        await knex('version').where({ record_version: '3' }).first(),
      ).toMatchObject({ registered_by: null });
      await door.settleLeft();
      expect(
        await knex('version').where({ record_version: '3' }),
      ).toMatchObject([{ registered_by: 'user:default/scientist' }]);
    });

    it.each(changes)(
      'are not made again for a client that asks again: $call',
      async ({ call, verb, ask }) => {
        await lose(call, { isDone: true });
        expect((await ask(door.replica().by('scientist'))).status).toBe(200);
        expect(home.calls).toEqual([call]);
        expect((await ledger()).map(({ type }) => type)).toEqual([verb]);
      },
    );

    it('are answered for a minute to who asks again for a name that is no more', async () => {
      const rename = async (client: Client, former: string, to: string) =>
        (
          await client.post('registered-models/rename', {
            name: former,
            new_name: to,
          })
        ).status;
      expect(await rename(scientist(), name, 'packets')).toBe(200);
      expect(await rename(scientist(), 'packets', 'boxes')).toBe(200);
      expect(await rename(scientist(), 'packets', 'boxes')).toBe(200);
      expect(home.calls).toEqual(['renameRecord', 'renameRecord']);
      expect(await ledger()).toHaveLength(2);
      expect(await rename(scientist(), 'crates', 'boxes')).toBe(404);
      expect(await rename(door.by('lead'), 'packets', 'boxes')).toBe(404);
      door.advance(61);
      expect(await rename(scientist(), 'packets', 'boxes')).toBe(404);
    });

    it('are known for what they are when the server was slower than the client', async () => {
      await lose('renameRecord', { isDone: false });
      const { renameRecord } = home.registryWriter;
      home.registryWriter.renameRecord = async options => {
        // What it was asked for at first.
        await renameRecord(options);
        throw new RegistryRefusedError('No such name', {
          status: 404,
          code: 'RESOURCE_DOES_NOT_EXIST',
        });
      };
      const { status } = await change('renameRecord').ask(scientist());
      expect(status).toBe(200);
      expect(await records()).toEqual([{ name: 'packets', gone_since: null }]);
      expect((await ledger()).map(({ type, actor }) => [type, actor])).toEqual([
        ['record.renamed', 'user:default/scientist'],
      ]);
    });

    it('come before what is asked of the same thing next', async () => {
      await lose('setAlias', { isDone: true });
      const { status } = await door
        .byService()
        .delete('registered-models/alias', { name, alias: 'candidate' });
      expect(status).toBe(200);
      expect((await ledger()).map(({ type, actor }) => [type, actor])).toEqual([
        ['alias.set', 'user:default/scientist'],
        ['alias.deleted', 'external:test-service'],
      ]);
    });

    it('wait for a server that does not answer', async () => {
      await lose('renameRecord', { isDone: true });
      home.trouble = new ServiceUnavailableError('Registry us: no answer');
      door.advance(3600);
      await door.settleLeft();
      expect(await open()).toEqual(['record.rename']);
      home.trouble = undefined;
      await door.settleLeft();
      expect((await ledger()).map(({ type }) => type)).toEqual([
        'record.renamed',
      ]);
    });

    it('are none where the server refuses, and some where it fails', async () => {
      const answer = async (status: number) => {
        home.trouble = new RegistryRefusedError('No', { status, code: 'NO' });
        await change('renameRecord').ask(scientist());
        return await open();
      };
      expect(await answer(400)).toEqual([]);
      expect(await knex('intake_decision')).toEqual([]);
      expect(await answer(500)).toEqual(['record.rename']);
    });

    it('are given up when they cannot be settled for a day', async () => {
      await lose('renameRecord', { isDone: true });
      home.trouble = new RegistryRefusedError('No', {
        status: 403,
        code: 'NO',
      });
      door.advance(23 * 3600);
      await door.settleLeft();
      expect(await open()).toEqual(['record.rename']);
      door.advance(2 * 3600);
      await door.settleLeft();
      expect(await open()).toEqual([]);
      expect(door.logger.warn).toHaveBeenLastCalledWith(
        expect.stringMatching(/is dropped: it could not be settled for a day$/),
      );
      expect(await ledger()).toEqual([]);
    });

    it('leave the name that somebody has decided about as it was', async () => {
      await scientistDecides('packets');
      await lose('renameRecord', { isDone: false });
      door.advance(61);
      await door.settleLeft();
      expect(await knex('intake_decision').select('name', 'action')).toEqual([
        { name: 'packets', action: 'ignore' },
      ]);
    });

    it('are those of replicas that are dead, and of no other', async () => {
      let arrived: () => void = () => {};
      const atServer = new Promise<void>(resolve => {
        arrived = resolve;
      });
      let answer: () => void = () => {};
      const answered = new Promise<void>(resolve => {
        answer = resolve;
      });
      const { renameRecord } = home.registryWriter;
      home.registryWriter.renameRecord = async options => {
        const told = await renameRecord(options);
        arrived();
        await answered;
        return told;
      };
      const slow = change('renameRecord').ask(scientist());
      await atServer;
      await door.settleLeft();
      expect(await open()).toEqual(['record.rename']);
      // As if it had stood still for longer than its lease.
      await knex('server_change').update({ fencing_token: 7 });
      door.advance(11);
      await door.settleLeft();
      expect(await open()).toEqual([]);
      answer();
      expect((await slow).status).toBe(503);
      expect((await ledger()).map(({ type }) => type)).toEqual([
        'record.renamed',
      ]);
    });
  },
);
