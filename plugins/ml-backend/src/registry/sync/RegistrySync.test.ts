import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ModelEntity } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { setStoredAlias } from '../../aliases/history/setStoredAlias';
import { DatabaseSubjectStore } from '../../subjects/DatabaseSubjectStore';
import {
  FakeVersionSource,
  sourceVersion,
} from '../../__testUtils__/FakeVersionSource';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { importedModel } from '../../intake/__testUtils__/intakeEntities';
import {
  DecisionToKeep,
  IntakeDecisionStore,
} from '../../intake/decisions/IntakeDecisionStore';
import { MetricDictionary } from '../MetricDictionary';
import { RegistrySourceStore } from './RegistrySourceStore';
import { RegistrySync } from './RegistrySync';

jest.setTimeout(60_000);

interface StoredVersion {
  id: string;
  label: string;
  ref: string;
  variant: string | null;
  digest: string;
  gone: boolean;
}

describe.each(databases.eachSupportedId())('RegistrySync on %s', id => {
  async function createSync(entities: ModelEntity[] = []) {
    const knex = await migratedDatabase(id);
    const statuses = RegistrySourceStore.create({ knex });
    const subjects = DatabaseSubjectStore.create({ knex });
    const source = new FakeVersionSource();
    const catalog = { entities };
    const syncWith = async (
      dictionary: MetricDictionary,
      from = source,
      afterRead = async (): Promise<string[]> => [],
    ) => {
      const sync = new RegistrySync({
        afterRead,
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities: catalog.entities }),
        dictionary,
        knex,
        logger: mockServices.logger.mock(),
        sources: statuses,
        subjects,
      });
      await sync.run(from, { signal: new AbortController().signal });
      const [status] = await statuses.findStatuses([from]);
      return status;
    };
    return {
      knex,
      source,
      subjects,
      catalog,
      syncWith,
      sync: (from = source) => syncWith(MetricDictionary.create([]), from),
    };
  }

  async function storedVersions(knex: Knex): Promise<StoredVersion[]> {
    const rows: (Omit<StoredVersion, 'gone'> & {
      gone_since: string | null;
    })[] = await knex('version')
      .join('subject', 'subject.id', '=', 'version.subject_id')
      .orderBy(['subject.ref', 'version.created_at', 'version.label'])
      .select(
        'version.id',
        'version.label',
        'subject.ref',
        'version.variant',
        'version.digest',
        'version.gone_since',
      );
    return rows.map(({ gone_since, ...row }) => ({
      ...row,
      gone: gone_since !== null,
    }));
  }

  async function aliases(knex: Knex): Promise<string[]> {
    const rows: { alias: string; label: string }[] = await knex('version_alias')
      .join('version', 'version.id', '=', 'version_alias.version_id')
      .orderBy('alias')
      .select('alias', 'label');
    return rows.map(row => `${row.alias}=${row.label}`);
  }

  /** Counts the statements that write. */
  function countWrites(knex: Knex): () => string[] {
    const writes: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (
        /^(insert|update|delete)/i.test(sql) &&
        !sql.includes('registry_source')
      ) {
        writes.push(sql);
      }
    });
    return () => writes;
  }

  it('imports unbound records under their own name, with versions and aliases', async () => {
    const { knex, source, sync } = await createSync();
    source.put('fraud', [sourceVersion('1'), sourceVersion('2')], {
      aliases: [{ alias: 'champion', version: '1' }],
    });
    const status = await sync();
    expect(status).toMatchObject({ records: 1, versions: 2, stale: false });
    expect(status.lastError).toBeUndefined();
    expect(await storedVersions(knex)).toMatchObject([
      { ref: 'model:default/fraud', label: '1', gone: false },
      { ref: 'model:default/fraud', label: '2', gone: false },
    ]);
    expect(await aliases(knex)).toEqual(['champion=1']);
  });

  it('keeps records apart whose names differ in case only', async () => {
    const { knex, source, sync } = await createSync();
    source.put('fraud', [sourceVersion('1')]);
    await sync();
    source.put('Fraud', [sourceVersion('1'), sourceVersion('2')]);
    await sync();
    const refs = (await storedVersions(knex)).map(({ ref }) => ref);
    expect(refs).toEqual([
      'model:default/fraud',
      expect.stringMatching(/^model:default\/fraud-[0-9a-f]{8}$/),
      expect.stringMatching(/^model:default\/fraud-[0-9a-f]{8}$/),
    ]);
  });

  it('binds records of two servers and several variants to one Model', async () => {
    const { knex, source, sync } = await createSync([
      modelEntity('demand', {
        spec: {
          home: 'eu',
          registries: [
            { server: 'eu', name: 'demand' },
            { server: 'eu', name: 'demand_dev', environment: 'dev' },
            { server: 'eu', name: 'demand_0417', variant: 'store=0417' },
            { server: 'us', name: 'demand' },
          ],
        },
      }),
    ]);
    for (const name of ['demand', 'demand_dev', 'demand_0417']) {
      source.put(name, [sourceVersion('3')]);
    }
    const us = new FakeVersionSource('us');
    us.put('demand', [sourceVersion('3')]);
    await sync();
    await sync(us);
    expect(
      (await storedVersions(knex)).map(v => [v.ref, v.label, v.variant]),
    ).toEqual([
      ['model:default/demand', '3', null],
      ['model:default/demand', 'dev:3', null],
      ['model:default/demand', 'store-0417:3', 'store=0417'],
      ['model:default/demand', 'us:3', null],
    ]);
  });

  it('writes nothing and reads no versions when nothing changed', async () => {
    const { knex, source, sync } = await createSync();
    source.put('marked', [sourceVersion('1')], {
      changeMark: 'a',
      aliases: [{ alias: 'champion', version: '1' }],
    });
    await sync();
    const writes = countWrites(knex);
    source.versionReads.length = 0;
    await sync();
    expect(source.versionReads).toEqual([]);
    expect(writes()).toEqual([]);
  });

  it('reads records without a mark again and leaves unchanged versions alone', async () => {
    const { knex, source, sync } = await createSync();
    source.put('unmarked', [sourceVersion('1'), sourceVersion('2')]);
    await sync();
    const writes = countWrites(knex);
    source.put('unmarked', [
      sourceVersion('1'),
      sourceVersion('2', { description: 'Trained on March data' }),
    ]);
    await sync();
    expect(
      writes().filter(sql => /update [`"]version[`"]/.test(sql)),
    ).toHaveLength(1);
    expect(
      writes().filter(sql => /insert into [`"]version[`"]/.test(sql)),
    ).toEqual([]);
  });

  it('notices a moved alias although the mark says nothing changed', async () => {
    const { knex, source, sync } = await createSync();
    const versions = [sourceVersion('1'), sourceVersion('2')];
    source.put('fraud', versions, {
      changeMark: 'a',
      aliases: [
        { alias: 'champion', version: '1' },
        { alias: 'old', version: '1' },
      ],
    });
    await sync();
    source.put('fraud', versions, {
      changeMark: 'a',
      aliases: [
        { alias: 'champion', version: '2' },
        { alias: 'lost', version: '9' },
      ],
    });
    await sync();
    expect(await aliases(knex)).toEqual(['champion=2']);
  });

  it('keeps the history of aliases that somebody moved, and tells the ledger', async () => {
    const { knex, source, sync } = await createSync();
    const versions = [sourceVersion('1'), sourceVersion('2')];
    const champion = (version?: string) =>
      source.put('fraud', versions, {
        aliases: version ? [{ alias: 'champion', version }] : [],
      });
    for (const version of ['1', '2', '2', undefined]) {
      champion(version);
      await sync();
    }
    const [one, two] = await knex('version').orderBy('label').pluck('id');
    expect(await knex('alias_change').orderBy('id')).toMatchObject([
      { from_version_id: null, to_version_id: one, via: 'outside' },
      { from_version_id: one, to_version_id: two, via: 'outside' },
      { from_version_id: two, to_version_id: null, via: 'outside' },
    ]);
    // What a record has when it is first seen is no change.
    const events = await knex('event').orderBy('sequence');
    expect(
      events.map(({ type, subject, data }) => [
        type,
        subject,
        JSON.parse(data).actor.ref,
        JSON.parse(data).after.version,
      ]),
    ).toEqual([
      ['dev.understudy.alias.set', 'model:default/fraud@2', 'outside:eu', '2'],
      [
        'dev.understudy.alias.deleted',
        'model:default/fraud@2',
        'outside:eu',
        undefined,
      ],
    ]);
  });

  it('does not undo what was noted while the registry was read', async () => {
    const { knex, source, sync } = await createSync();
    const versions = [sourceVersion('1'), sourceVersion('2')];
    const champion = { aliases: [{ alias: 'champion', version: '1' }] };
    source.put('fraud', versions, champion);
    await sync();
    const record = await knex('registry_record').first();
    const two = await knex('version').where({ label: '2' }).first();
    const listVersions = source.listVersions.bind(source);
    source.listVersions = async function* list(options) {
      yield* listVersions(options);
      // After the registry told, somebody moves the alias by the portal.
      await knex.transaction(tx =>
        setStoredAlias(tx, {
          record: { id: record.id, subjectId: record.subject_id },
          alias: 'champion',
          versionId: two.id,
          at: new Date().toISOString(),
          via: 'client',
        }),
      );
      await knex('version').insert({
        ...two,
        id: '01J9'.padEnd(26, '0'),
        label: '3',
        record_version: '3',
        registered_at: new Date().toISOString(),
      });
    };
    await sync();
    expect(await aliases(knex)).toEqual(['champion=2']);
    expect(
      await knex('version').where({ label: '3' }).first('gone_since'),
    ).toEqual({ gone_since: null });
    expect(await knex('alias_change')).toHaveLength(2);
  });

  it('says what could not be compared after it was read', async () => {
    const { source, syncWith } = await createSync();
    source.put('fraud', [sourceVersion('1')]);
    const status = await syncWith(
      MetricDictionary.create([]),
      source,
      async () => ["'champion' could not be compared"],
    );
    expect(status.lastError).toBe("'champion' could not be compared");
    expect(status.records).toBe(1);
  });

  it('keeps the identity of a version that goes and comes back', async () => {
    const { knex, source, sync } = await createSync();
    source.put('fraud', [sourceVersion('1'), sourceVersion('2')]);
    await sync();
    const [before] = await storedVersions(knex);
    source.put('fraud', [sourceVersion('2')]);
    await sync();
    expect((await storedVersions(knex)).map(v => [v.label, v.gone])).toEqual([
      ['1', true],
      ['2', false],
    ]);
    source.put('fraud', [sourceVersion('1'), sourceVersion('2')]);
    await sync();
    expect((await storedVersions(knex))[0]).toEqual(before);
  });

  it('marks a record that is gone and never deletes its versions', async () => {
    const { knex, source, sync } = await createSync();
    source.put('fraud', [sourceVersion('1')], {
      aliases: [{ alias: 'champion', version: '1' }],
    });
    await sync();
    source.remove('fraud');
    expect(await sync()).toMatchObject({ records: 0, versions: 0 });
    expect(await storedVersions(knex)).toMatchObject([
      { label: '1', gone: true },
    ]);
    expect(await aliases(knex)).toEqual([]);
  });

  it('changes nothing of a record that is read half, and reads the others', async () => {
    const { knex, source, sync } = await createSync();
    source.put('a', [sourceVersion('1')]);
    source.put('b', [sourceVersion('1')]);
    await sync();
    source.put('a', [sourceVersion('2')]);
    source.put('b', [sourceVersion('2'), sourceVersion('3')]);
    source.failAfterVersions.set('b', 1);
    const status = await sync();
    expect(status.lastError).toMatch(/1 records .*'b': .*half a page/);
    expect(
      (await storedVersions(knex)).map(v => [v.ref, v.label, v.gone]),
    ).toEqual([
      ['model:default/a', '1', true],
      ['model:default/a', '2', false],
      ['model:default/b', '1', false],
    ]);
    source.failAfterVersions.clear();
    expect((await sync()).lastError).toBeUndefined();
    expect((await storedVersions(knex)).map(v => v.label)).toEqual([
      '1',
      '2',
      '1',
      '2',
      '3',
    ]);
  });

  it('marks nothing as gone when the list of records breaks off', async () => {
    const { knex, source, sync } = await createSync();
    source.put('a', [sourceVersion('1')]);
    source.put('b', [sourceVersion('1')]);
    const before = await sync();
    source.failAfterRecords = 1;
    const after = await sync();
    expect(after.lastError).toMatch(/answered 500/);
    expect(after.lastSuccessAt).toBe(before.lastSuccessAt);
    expect((await storedVersions(knex)).map(v => v.gone)).toEqual([
      false,
      false,
    ]);
  });

  it('keeps numbers that are none out of the metrics', async () => {
    const { knex, source, sync } = await createSync();
    source.put('fraud', [
      sourceVersion('1', {
        metrics: [
          { rawName: 'auc', value: Number.NaN },
          { rawName: 'loss', value: Number.POSITIVE_INFINITY },
          { rawName: 'f1', value: 0.5 },
        ],
      }),
    ]);
    await sync();
    expect(await knex('version_metric').select('name', 'value')).toEqual([
      { name: 'f1', value: 0.5 },
    ]);
  });

  it('gives metrics their canonical names, also when the dictionary changes', async () => {
    const { knex, source, sync, syncWith } = await createSync();
    source.put(
      'fraud',
      [sourceVersion('1', { metrics: [{ rawName: 'ROC_AUC', value: 0.9 }] })],
      { changeMark: 'a' },
    );
    await sync();
    await syncWith(
      MetricDictionary.create([{ name: 'auc', aliases: ['roc_auc'] }]),
    );
    expect(await knex('version_metric').select('name', 'raw_name')).toEqual([
      { name: 'auc', raw_name: 'ROC_AUC' },
    ]);
  });

  it('refuses a prompt that is bound to a model of another type', async () => {
    const { knex, source, sync } = await createSync([
      modelEntity('help', {
        spec: { registries: [{ server: 'eu', name: 'help' }] },
      }),
    ]);
    source.put('help', [sourceVersion('1')], { kind: 'prompt' });
    source.put('greeting', [sourceVersion('1')], { kind: 'prompt' });
    const status = await sync();
    expect(status.lastError).toMatch(/'help': .*of type 'classifier'/);
    expect((await storedVersions(knex)).map(v => v.ref)).toEqual([
      'model:default/greeting',
    ]);
  });

  it('lets a team take over an imported Model under a new name', async () => {
    const { knex, source, catalog, subjects, sync } = await createSync();
    source.put('Fraud', [sourceVersion('1')]);
    await sync();
    const [before] = await storedVersions(knex);
    catalog.entities = [
      modelEntity('fraud-score', {
        spec: { registries: [{ server: 'eu', name: 'Fraud' }] },
      }),
    ];
    await sync();
    expect(await storedVersions(knex)).toEqual([
      { ...before, ref: 'model:default/fraud-score' },
    ]);
    expect(await subjects.findByRef('model:default/fraud-score')).toMatchObject(
      { previousRefs: ['model:default/fraud'] },
    );
  });

  it('moves versions with a record that is bound to another Model', async () => {
    const bound = (name: string, records: string[]) =>
      modelEntity(name, {
        spec: {
          registries: records.map(record => ({ server: 'eu', name: record })),
        },
      });
    const { knex, source, catalog, sync } = await createSync([
      bound('a', ['one']),
      bound('b', ['two']),
    ]);
    source.put('one', [sourceVersion('1')], { changeMark: 'x' });
    source.put('two', [sourceVersion('1')], { changeMark: 'x' });
    await sync();
    const before = await storedVersions(knex);
    catalog.entities = [bound('a', []), bound('b', ['one', 'two'])];
    expect((await sync()).lastError).toBeUndefined();
    const after = await storedVersions(knex);
    expect(after.map(v => v.ref)).toEqual([
      'model:default/b',
      'model:default/b',
    ]);
    expect(after.map(v => v.id).sort()).toEqual(before.map(v => v.id).sort());
    expect(new Set(after.map(v => v.label)).size).toBe(2);
  });

  describe('decisions of the intake', () => {
    const keep = async (
      knex: Knex,
      decision: Pick<DecisionToKeep, 'action' | 'subjectId'>,
      name = 'copy',
    ) =>
      await knex.transaction(trx =>
        IntakeDecisionStore.create({ knex }).keep(trx, [
          {
            record: { server: 'eu', name },
            reason: 'A test',
            decidedBy: 'user:default/lead',
            decidedAt: '2026-03-01T00:00:00.000Z',
            ...decision,
          },
        ]),
      );
    const records = async (knex: Knex) =>
      await knex('registry_record')
        .join('subject', 'subject.id', '=', 'registry_record.subject_id')
        .orderBy('name')
        .select('name', 'ref', 'bound_by');

    it('move a record although its mark says nothing changed, and back', async () => {
      const { knex, source, subjects, sync } = await createSync([
        modelEntity('fraud'),
      ]);
      source.put('copy', [sourceVersion('1')], { changeMark: 'a' });
      await sync();
      const [before] = await storedVersions(knex);
      const fraud = await subjects.ensure({
        ref: 'model:default/fraud',
        previousRefs: [],
      });
      await keep(knex, { action: 'bind', subjectId: fraud.id });
      source.versionReads.length = 0;
      await sync();
      expect(await records(knex)).toEqual([
        { name: 'copy', ref: 'model:default/fraud', bound_by: 'decision' },
      ]);
      expect(await storedVersions(knex)).toEqual([
        { ...before, ref: 'model:default/fraud', label: 'eu:1' },
      ]);
      expect(source.versionReads).toEqual([]);
      const writes = countWrites(knex);
      await sync();
      expect(writes()).toEqual([]);

      await knex('intake_decision').delete();
      await sync();
      expect(await storedVersions(knex)).toEqual([before]);
    });

    it('note that a record is bound by decision to the Model it has', async () => {
      const { knex, source, subjects, sync } = await createSync([
        modelEntity('copy'),
      ]);
      source.put('copy', [sourceVersion('1')], { changeMark: 'a' });
      await sync();
      const own = await subjects.findByRef('model:default/copy');
      await keep(knex, { action: 'bind', subjectId: own?.id });
      await sync();
      expect(await records(knex)).toEqual([
        { name: 'copy', ref: 'model:default/copy', bound_by: 'decision' },
      ]);
    });

    it('make an ignored record gone until it is taken up again', async () => {
      const { knex, source, sync } = await createSync();
      source.put('copy', [sourceVersion('1')], {
        changeMark: 'a',
        aliases: [{ alias: 'champion', version: '1' }],
      });
      await sync();
      const before = await storedVersions(knex);
      await keep(knex, { action: 'ignore' });
      expect(await sync()).toMatchObject({ records: 0, versions: 0 });
      expect(await storedVersions(knex)).toMatchObject([{ gone: true }]);
      expect(await aliases(knex)).toEqual([]);
      const writes = countWrites(knex);
      await sync();
      expect(writes()).toEqual([]);

      await knex('intake_decision').delete();
      await sync();
      expect(await storedVersions(knex)).toEqual(before);
      expect(await aliases(knex)).toEqual(['champion=1']);
    });

    it('come after what a Model declares, and are about one server', async () => {
      const { knex, source, sync } = await createSync([
        modelEntity('fraud', {
          spec: { registries: [{ server: 'eu', name: 'copy' }] },
        }),
      ]);
      source.put('copy', [sourceVersion('1')]);
      await keep(knex, { action: 'ignore' });
      const us = new FakeVersionSource('us');
      us.put('copy', [sourceVersion('1')]);
      await sync();
      await sync(us);
      expect(await records(knex)).toEqual([
        { name: 'copy', ref: 'model:default/fraud', bound_by: 'declared' },
        { name: 'copy', ref: 'model:default/copy', bound_by: 'default' },
      ]);
    });
  });

  it('takes the listing of an imported Model for no word of a team', async () => {
    const { knex, source, catalog, sync } = await createSync();
    source.put('Fraud', [sourceVersion('1')]);
    source.put('fraud', [sourceVersion('1')]);
    // The importer gave names that do not clash, and folded what a rule fits.
    source.bindingRules = [{ pattern: 'store_\\d', name: 'stores' }];
    source.put('store_1', [sourceVersion('1')]);
    catalog.entities = [
      importedModel('Fraud'),
      importedModel('fraud-1a2b3c4d', { record: 'fraud' }),
      importedModel('stores', { record: 'store_1' }),
    ];
    expect((await sync()).lastError).toBeUndefined();
    expect(
      await knex('registry_record')
        .join('subject', 'subject.id', '=', 'registry_record.subject_id')
        .orderBy('ref')
        .select('name', 'ref', 'bound_by'),
    ).toEqual([
      { name: 'Fraud', ref: 'model:default/fraud', bound_by: 'default' },
      {
        name: 'fraud',
        ref: 'model:default/fraud-1a2b3c4d',
        bound_by: 'default',
      },
      { name: 'store_1', ref: 'model:default/stores', bound_by: 'rule' },
    ]);
  });

  it('keeps what helps to decide about a record, whatever its mark says', async () => {
    const { knex, source, sync } = await createSync();
    const put = (description: string, tags: [string, string][]) =>
      source.put('Fraud', [sourceVersion('1')], {
        changeMark: 'a',
        description,
        tags: tags.map(([key, value]) => ({ key, value })),
      });
    put('Scores cards', [
      ['mlflow.user', 'jdoe'],
      ['Team', ' Payments '],
      ['owner', 'fraud'],
    ]);
    await sync();
    put('Scores cards', [
      ['owner', 'fraud'],
      ['team', 'Payments'],
      ['run', '17'],
    ]);
    const writes = countWrites(knex);
    await sync();
    expect(writes()).toEqual([]);
    const [row] = await knex('registry_record');
    expect(row).toMatchObject({
      bound_by: 'default',
      description: 'Scores cards',
      sort_name: 'fraud',
      search_text: 'fraud scores cards',
    });
    expect(JSON.parse(row.hint_tags)).toEqual([
      { key: 'owner', value: 'fraud' },
      { key: 'team', value: 'Payments' },
    ]);

    put('Scores all payments', []);
    source.versionReads.length = 0;
    await sync();
    expect(source.versionReads).toEqual([]);
    expect(await knex('registry_record').first()).toMatchObject({
      description: 'Scores all payments',
      hint_tags: '[]',
      search_text: 'fraud scores all payments',
    });
  });

  it('fills the new columns of a record that was read before they were there', async () => {
    const { knex, source, sync } = await createSync();
    source.put('Fraud', [sourceVersion('1')], { changeMark: 'a' });
    await sync();
    await knex('registry_record').update({ bound_by: null, sort_name: '' });
    await sync();
    expect(await knex('registry_record').first()).toMatchObject({
      bound_by: 'default',
      sort_name: 'fraud',
    });
  });

  it('labels versions that move as if they had always been there', async () => {
    const bound = (name: string, records: string[]) =>
      modelEntity(name, {
        spec: {
          registries: records.map(record => ({ server: 'eu', name: record })),
        },
      });
    const { knex, source, catalog, sync } = await createSync([
      bound('a', ['one']),
      bound('b', ['two']),
    ]);
    const many = Array.from({ length: 450 }, (_, n) =>
      sourceVersion(`${n + 1}`),
    );
    source.put('one', many, { changeMark: 'x' });
    source.put('two', [sourceVersion('1'), sourceVersion('2')]);
    await sync();
    const before = await storedVersions(knex);
    catalog.entities = [bound('a', []), bound('b', ['two', 'one'])];
    expect((await sync()).lastError).toBeUndefined();
    const moved = (await storedVersions(knex)).filter(v =>
      v.label.startsWith('one:'),
    );
    expect(moved.map(v => v.label)).toEqual(
      many.map(v => `one:${v.recordVersion}`),
    );
    expect(new Set(moved.map(v => v.ref))).toEqual(
      new Set(['model:default/b']),
    );
    catalog.entities = [bound('a', ['one']), bound('b', ['two'])];
    await sync();
    expect(await storedVersions(knex)).toEqual(before);
  });

  it('keeps what a server tells of how versions were made, once', async () => {
    const { knex, source, sync } = await createSync();
    const told = (commit: string) =>
      sourceVersion('1', {
        provenance: { code: { commit }, trainedBy: 'nightly' },
      });
    const read = async () =>
      (await knex('version_provenance').orderBy('position')).map(row => [
        row.position,
        row.added_by,
        JSON.parse(row.content).code.commit,
      ]);
    source.put('fraud', [told('aaaaaaa'), sourceVersion('2')]);
    await sync();
    await sync();
    expect(await read()).toEqual([[0, 'system:ml', 'aaaaaaa']]);
    source.put('fraud', [told('bbbbbbb'), sourceVersion('2')]);
    await sync();
    source.put('fraud', [told('aaaaaaa'), sourceVersion('2')]);
    await sync();
    expect(await read()).toEqual([
      [0, 'system:ml', 'aaaaaaa'],
      [1, 'system:ml', 'bbbbbbb'],
    ]);
  });

  it('is safe when two replicas read at the same time', async () => {
    const { knex, source, sync } = await createSync();
    source.put('fraud', [sourceVersion('1'), sourceVersion('2')], {
      aliases: [{ alias: 'champion', version: '2' }],
    });
    await Promise.all([sync(), sync()]);
    await sync();
    expect((await storedVersions(knex)).map(v => v.label)).toEqual(['1', '2']);
    expect(await aliases(knex)).toEqual(['champion=2']);
  });
});
