import { Knex } from 'knex';
import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { layTombstone } from '../../evidence/tombstones/writeTombstone';
import { DatabaseSubjectStore } from '../../subjects/DatabaseSubjectStore';
import { MetricDictionary } from '../MetricDictionary';
import { normalizeVersion } from '../versionContent';
import { noteNameChanges } from './nameChanges';
import { RecordStore } from './RecordStore';
import { recordKey } from './recordRows';
import { writeRecord } from './writeRecord';

jest.setTimeout(60_000);

const before = '2026-11-27T12:00:00.000Z';
const changedAt = '2026-11-27T12:00:01.000Z';
const after = '2026-11-27T12:00:02.000Z';

describe.each(databases.eachSupportedId())(
  'reads of a server that the portal changes meanwhile, on %s',
  id => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await migratedDatabase(id);
    });

    /** Writes what a read that began at a time tells of a record. */
    const read = async (name: string, readAt: string, numbers = ['1', '2']) => {
      const subject = await DatabaseSubjectStore.create({ knex }).ensure({
        ref: 'model:default/parcels',
        previousRefs: [],
      });
      return await knex.transaction(tx =>
        writeRecord(
          tx,
          {
            server: 'eu',
            sourceType: 'fake',
            name,
            kind: 'model',
            boundBy: 'declared',
            hints: { description: null, hint_tags: '[]' },
            subjectId: subject.id,
            home: 'eu',
            aliases: [],
            versions: new Map(
              numbers.map(number => [
                number,
                normalizeVersion(
                  sourceVersion(number),
                  MetricDictionary.create([]),
                ),
              ]),
            ),
            readAt,
          },
          new Date(readAt),
        ),
      );
    };
    const note = async (...names: string[]) =>
      await knex.transaction(tx =>
        noteNameChanges(
          tx,
          names.map(name => ({ server: 'eu', name })),
          changedAt,
        ),
      );
    const live = async (): Promise<string[]> =>
      await knex('version')
        .whereNull('gone_since')
        .orderBy('label')
        .pluck('label');

    it('bring no former name back', async () => {
      await read('parcels', before);
      await knex('registry_record').update({ name: 'packets' });
      await note('parcels', 'packets');
      expect(await read('parcels', before)).toBeUndefined();
      expect(await knex('registry_record').pluck('name')).toEqual(['packets']);
      expect(await read('packets', after)).toBeDefined();
      expect(await live()).toEqual(['1', '2']);
    });

    it('do not take a new name for one that is gone', async () => {
      await read('packets', before);
      await note('packets');
      const store = RecordStore.create({ knex });
      const seen = new Set([recordKey({ name: 'parcels' })]);
      expect(await store.markGone('eu', seen, before)).toBe(0);
      expect(await store.markGone('eu', seen, after)).toBe(1);
    });

    it('bring no deleted version back', async () => {
      await read('parcels', before);
      const [{ id: versionId }] = await knex('version').where({ label: '2' });
      await knex.transaction(tx =>
        layTombstone(tx, {
          versionId,
          by: 'user:default/scientist',
          reason: 'Wrong data',
          at: changedAt,
        }),
      );
      await read('parcels', before);
      expect(await live()).toEqual(['1']);
      // A number that is told of later is that of another version.
      await read('parcels', after);
      expect(await live()).toEqual(['1', 'eu:2']);
      expect(
        await knex('version').where({ id: versionId }).first(),
      ).toMatchObject({
        label: '2',
        record_version: `2 (${versionId})`,
        record_number: null,
        gone_since: changedAt,
      });
    });
  },
);
