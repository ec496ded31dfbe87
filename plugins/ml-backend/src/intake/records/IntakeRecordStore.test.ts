import { IntakeStatus } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { DatabaseModelIndex } from '../../models/DatabaseModelIndex';
import { toIndexEntry } from '../../models/ModelIndexRefresh';
import { importedModel } from '../__testUtils__/intakeEntities';
import { seedRecord } from '../__testUtils__/seedRecord';
import { IntakeDecisionStore } from '../decisions/IntakeDecisionStore';
import {
  IntakeFilter,
  IntakePosition,
  IntakeRecordStore,
  IntakeSort,
  positionOf,
} from './IntakeRecordStore';
import { readRecordVersions } from './readRecordVersions';
import { statusOf } from './statusOf';

jest.setTimeout(60_000);

const everything: IntakeStatus[] = [
  'no-model',
  'no-owner',
  'ignored',
  'settled',
];
const byName: IntakeSort = { field: 'name', descending: false };

async function decide(
  knex: Knex,
  name: string,
  action: 'claim' | 'ignore',
  server = 'eu',
): Promise<void> {
  await knex.transaction(trx =>
    IntakeDecisionStore.create({ knex }).keep(trx, [
      {
        record: { server, name },
        action,
        owner: 'group:default/payments-fraud',
        reason: 'A test',
        decidedBy: 'user:default/lead',
        decidedAt: '2026-03-01T00:00:00.000Z',
      },
    ]),
  );
}

describe.each(databases.eachSupportedId())('IntakeRecordStore on %s', id => {
  async function createStore() {
    const knex = await migratedDatabase(id);
    const store = IntakeRecordStore.create({ knex });
    const filter = (parts: Partial<IntakeFilter>): IntakeFilter => ({
      statuses: everything,
      gone: false,
      ...parts,
    });
    const names = async (
      parts: Partial<IntakeFilter> = {},
      sort: IntakeSort = byName,
    ) => {
      const rows = await store.select({
        filter: filter(parts),
        sort,
        limit: 1000,
      });
      expect(await store.count(filter(parts))).toBe(rows.length);
      return rows.map(row => row.name);
    };
    return { knex, store, filter, names };
  }

  async function seedWorld(knex: Knex): Promise<void> {
    await DatabaseModelIndex.create({ knex }).put(
      [
        modelEntity('fraud', { spec: { registries: [] } }),
        importedModel('churn'),
        importedModel('overtaken', { owner: 'group:default/a' }),
      ].map(entity => toIndexEntry(entity, [])),
    );
    await seedRecord(knex, 'fraud', { boundBy: 'declared' });
    await seedRecord(knex, 'churn', { description: 'Who leaves: 100%' });
    await seedRecord(knex, 'Tmp_a', { workspace: 'Risk' });
    await seedRecord(knex, 'ignored');
    await seedRecord(knex, 'overtaken', { boundBy: 'declared' });
    await seedRecord(knex, 'gone');
    await seedRecord(knex, 'us-model', { server: 'us', boundBy: 'rule' });
    await knex('registry_record')
      .where({ name: 'gone' })
      .orWhere({ name: 'ignored' })
      .update({ gone_since: '2026-03-02T00:00:00.000Z' });
    await decide(knex, 'ignored', 'ignore');
    await decide(knex, 'overtaken', 'ignore');
    await decide(knex, 'churn', 'claim');
    // About another record of the same name.
    await decide(knex, 'fraud', 'ignore', 'us');
  }

  it('tells how records stand', async () => {
    const { knex, names, store } = await createStore();
    await seedWorld(knex);
    expect(await names({ statuses: ['no-model'] })).toEqual([
      'Tmp_a',
      'us-model',
    ]);
    expect(await names({ statuses: ['no-owner'] })).toEqual(['churn']);
    expect(await names({ statuses: ['ignored'] })).toEqual(['ignored']);
    expect(await names({ statuses: ['settled'] })).toEqual([
      'fraud',
      'overtaken',
    ]);
    expect(Object.fromEntries(await store.countByServer())).toEqual({
      eu: { 'no-model': 1, 'no-owner': 1, ignored: 1, settled: 2 },
      us: { 'no-model': 1, 'no-owner': 0, ignored: 0, settled: 0 },
    });
  });

  it('agrees with the rule for what is read from the catalog', async () => {
    const { knex, store, filter } = await createStore();
    const bindings = ['declared', 'decision', 'rule', 'default'] as const;
    const entities = {
      none: undefined,
      bare: importedModel('x'),
      owned: importedModel('x', { owner: 'group:default/a' }),
    };
    const expected = new Map<string, IntakeStatus>();
    const index = DatabaseModelIndex.create({ knex });
    for (const boundBy of bindings) {
      for (const [kind, entity] of Object.entries(entities)) {
        for (const action of [undefined, 'claim', 'ignore'] as const) {
          const name = [boundBy, kind, action].join('-');
          await seedRecord(knex, name, { boundBy });
          if (entity) {
            const named = { ...entity, metadata: { name } };
            await index.put([toIndexEntry(named, [])]);
          }
          if (action) {
            await decide(knex, name, action);
          }
          expected.set(
            name,
            statusOf(
              { bound_by: boundBy },
              { entity, decision: action && { action } },
            ),
          );
        }
      }
    }
    for (const status of everything) {
      const rows = await store.select({
        filter: filter({ statuses: [status] }),
        sort: byName,
        limit: 1000,
      });
      expect(rows.map(row => [row.name, status]).sort()).toEqual(
        [...expected].filter(([, each]) => each === status).sort(),
      );
    }
  });

  it.each<[Partial<IntakeFilter>, string[]]>([
    [{ servers: ['us'] }, ['us-model']],
    [{ servers: ['us', 'eu'], statuses: ['no-model'] }, ['Tmp_a', 'us-model']],
    [{ boundBy: ['rule'] }, ['us-model']],
    [{ boundBy: ['default', 'rule'] }, ['churn', 'Tmp_a', 'us-model']],
    [{ text: 'TMP' }, ['Tmp_a']],
    [{ text: 'risk tmp_' }, ['Tmp_a']],
    [{ text: '100% leaves' }, ['churn']],
    [{ text: 'default/us' }, ['us-model']],
    [{ text: '%%' }, []],
    [{ withModel: true }, ['churn', 'fraud', 'overtaken']],
    [{ withModel: false }, ['ignored', 'Tmp_a', 'us-model']],
    [{ gone: true, statuses: ['no-model'] }, ['gone', 'Tmp_a', 'us-model']],
  ])('narrows by %j', async (parts, expected) => {
    const { knex, names } = await createStore();
    await seedWorld(knex);
    expect(await names(parts)).toEqual(expected);
  });

  it('orders by code points in lower case, and by time', async () => {
    const { knex, names } = await createStore();
    const order = ['a-b', 'A_a', 'ab', 'É', 'Ω'];
    for (const [index, name] of [...order].reverse().entries()) {
      await seedRecord(knex, name, {
        model: `model:default/m${index}`,
        at: new Date(Date.UTC(2026, 0, index + 1)),
      });
    }
    expect(await names()).toEqual(order);
    expect(await names({}, { field: 'name', descending: true })).toEqual(
      [...order].reverse(),
    );
    expect(
      await names({}, { field: 'firstSeenAt', descending: false }),
    ).toEqual([...order].reverse());
  });

  it.each<IntakeSort>([
    byName,
    { field: 'name', descending: true },
    { field: 'firstSeenAt', descending: false },
    { field: 'firstSeenAt', descending: true },
  ])('pages through everything once by %j', async sort => {
    const { knex, store, filter } = await createStore();
    for (let index = 0; index < 25; index++) {
      // Names that differ in case only, in two servers, at few times.
      await seedRecord(knex, index % 2 ? `M${index % 5}` : `m${index % 5}`, {
        server: `s${index}`,
        model: `model:default/m${index}`,
        at: new Date(Date.UTC(2026, 0, 1 + (index % 3))),
      });
    }
    const seen: string[] = [];
    let after: IntakePosition | undefined;
    do {
      const rows = await store.select({
        filter: filter({}),
        sort,
        limit: 4,
        after,
      });
      seen.push(...rows.map(row => row.server));
      const last = rows.at(-1);
      after = last && positionOf(last, sort);
    } while (after);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('finds records by their names, with their workspace', async () => {
    const { knex, store } = await createStore();
    const one = await seedRecord(knex, 'fraud', { workspace: 'a' });
    await seedRecord(knex, 'fraud', {
      workspace: 'b',
      model: 'model:default/other',
    });
    const found = await store.findByRefs([
      one,
      { server: 'eu', name: 'fraud' },
      { server: 'us', name: 'fraud', workspace: 'a' },
    ]);
    expect(
      [...found.values()].filter(row => row.workspace === 'a'),
    ).toHaveLength(1);
    expect(found.get(JSON.stringify(['eu', 'a', 'fraud']))).toMatchObject({
      model: 'model:default/fraud',
      listed: false,
    });
    expect(found.get(JSON.stringify(['eu', '', 'fraud']))).toBeUndefined();
  });

  it('counts versions of records, and those that went with them', async () => {
    const { knex, store, filter } = await createStore();
    await seedRecord(knex, 'live', { versions: ['1', '2', '10'] });
    await seedRecord(knex, 'went', { versions: ['1', '2', '3'] });
    await seedRecord(knex, 'empty');
    const versionsOf = (name: string) =>
      knex('version').whereIn(
        'record_id',
        knex('registry_record').where({ name }).select('id'),
      );
    const [first, then] = ['2026-03-02', '2026-03-03'].map(
      day => `${day}T00:00:00.000Z`,
    );
    await versionsOf('live')
      .where({ record_version: '10' })
      .update({ gone_since: first });
    await versionsOf('went')
      .where({ record_version: '1' })
      .update({ gone_since: first });
    await versionsOf('went')
      .whereNull('gone_since')
      .update({ gone_since: then });
    await knex('registry_record')
      .where({ name: 'went' })
      .update({ gone_since: then });
    const rows = await store.select({
      filter: filter({ gone: true }),
      sort: byName,
      limit: 10,
    });
    const versions = await readRecordVersions(knex, rows);
    expect(
      rows.map(row => [
        row.name,
        versions.get(row.id)?.count,
        versions.get(row.id)?.latest?.label,
      ]),
    ).toEqual([
      ['empty', 0, undefined],
      ['live', 2, '2'],
      ['went', 2, '3'],
    ]);
  });
});
