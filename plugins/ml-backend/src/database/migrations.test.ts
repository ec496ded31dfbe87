import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readdirSync } from 'node:fs';
import { Knex } from 'knex';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@understudy/plugin-ml-backend',
  'migrations',
);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

async function listTables(knex: Knex): Promise<string[]> {
  const rows: { name: string }[] =
    knex.client.config.client === 'pg'
      ? await knex('information_schema.tables')
          .where({ table_schema: 'public' })
          .select('table_name as name')
      : await knex('sqlite_master').where({ type: 'table' }).select('name');
  return rows
    .map(({ name }) => name)
    .filter(name => !/^(knex_|sqlite_)/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up one by one, all the way down, and up again', async () => {
    const knex = await databases.init(id);
    const afterEach: string[][] = [];
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    for (const _file of files) {
      await knex.migrate.up({ directory });
      afterEach.push(await listTables(knex));
    }
    const full = await listTables(knex);
    expect(full).toEqual(
      expect.arrayContaining([
        'alias_change',
        'alias_drift',
        'contract_deprecation',
        'contract_version',
        'contract_waiver',
        'contract_waiver_reminder',
        'contract_waiver_step',
        'event',
        'intake_decision',
        'model_index',
        'portal_record',
        'portal_record_tag',
        'portal_version',
        'registry_name_change',
        'registry_record',
        'registry_token',
        'registry_token_person',
        'running_task',
        'server_change',
        'subject',
        'version',
        'version_evaluation',
        'version_signature',
        'version_tag',
        'webhook_delivery',
        'version_tombstone',
      ]),
    );
    await expect(knex('event_head').first()).resolves.toMatchObject({ id: 1 });

    for (const tables of afterEach.reverse()) {
      expect(await listTables(knex)).toEqual(tables);
      await knex.migrate.down({ directory });
    }
    expect(await listTables(knex)).toEqual([]);

    await knex.migrate.latest({ directory });
    expect(await listTables(knex)).toEqual(full);
  });

  it('keep the records and models that the intake adds columns to', async () => {
    const knex = await databases.init(id);
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    const before = files.indexOf('20261124000000_intake.js');
    for (const _file of files.slice(0, before)) {
      await knex.migrate.up({ directory });
    }
    const at = '2026-11-23T12:00:00.000Z';
    const [subjectId, recordId] = ['01J1', '01J2'].map(s => s.padEnd(26, '0'));
    await knex('subject').insert({
      id: subjectId,
      ref: 'model:default/fraud',
      created_at: at,
    });
    const record = {
      id: recordId,
      server: 'eu',
      workspace: '',
      name: 'Fraud_Score',
      kind: 'model',
      subject_id: subjectId,
      label_prefix: '',
      first_seen_at: at,
    };
    await knex('registry_record').insert(record);
    await knex('version').insert({
      id: '01J4'.padEnd(26, '0'),
      subject_id: subjectId,
      label: '1',
      digest: '',
      digest_strength: 'record',
      source_type: 'mlflow',
      record_id: recordId,
      created_at: at,
      registered_at: at,
      content_hash: '',
    });
    const model = {
      ref: 'model:default/fraud',
      title: 'fraud',
      owner: '',
      type: 'classifier',
      lifecycle: 'production',
      tier: '',
      text: 'fraud',
      etag: 'e',
    };
    await knex('model_index').insert(model);

    await knex.migrate.up({ directory });
    expect(await knex('registry_record')).toMatchObject([
      {
        ...record,
        bound_by: null,
        hint_tags: '[]',
        sort_name: 'fraud_score',
        search_text: 'fraud_score',
      },
    ]);
    expect(await knex('model_index')).toEqual([{ ...model, match_name: '' }]);
    await knex('intake_decision').insert({
      id: '01J3'.padEnd(26, '0'),
      server: 'eu',
      name: 'Fraud_Score',
      action: 'bind',
      subject_id: subjectId,
      decided_by: 'user:default/platform-engineer',
      decided_at: at,
    });

    await knex.migrate.down({ directory });
    const [kept] = await knex('registry_record');
    expect(kept).toMatchObject(record);
    expect(Object.keys(kept)).not.toContain('bound_by');
    expect(await knex('model_index')).toEqual([model]);
    expect(await knex('version').select('record_id')).toEqual([
      { record_id: recordId },
    ]);
  });

  it('number the versions that registries number', async () => {
    const knex = await databases.init(id);
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    const before = files.indexOf('20261126000000_portal_records.js');
    for (const _file of files.slice(0, before)) {
      await knex.migrate.up({ directory });
    }
    const at = '2026-11-26T12:00:00.000Z';
    const subjectId = '01J1'.padEnd(26, '0');
    await knex('subject').insert({
      id: subjectId,
      ref: 'model:default/fraud',
      created_at: at,
    });
    const numbers = ['7', '12', 'v3', '', '99999999999', null];
    for (const [index, number] of numbers.entries()) {
      await knex('version').insert({
        id: `01J2${index}`.padEnd(26, '0'),
        subject_id: subjectId,
        label: `label-${index}`,
        digest: '',
        digest_strength: 'record',
        source_type: 'mlflow',
        record_version: number,
        created_at: at,
        registered_at: at,
        content_hash: '',
      });
    }
    const stored = await knex('version').orderBy('id');

    await knex.migrate.up({ directory });
    expect(await knex('version').orderBy('id').pluck('record_number')).toEqual([
      7,
      12,
      null,
      null,
      null,
      null,
    ]);
    await knex.migrate.up({ directory });
    await knex('registry_token').insert({
      id: '01J3'.padEnd(26, '0'),
      person: 'user:default/scientist',
      name: 'laptop',
      hash: 'f'.repeat(64),
      scopes: '["read"]',
      may_register_models: true,
      created_at: at,
      expires_at: at,
    });

    await knex.migrate.down({ directory });
    await knex.migrate.down({ directory });
    expect(await knex('version').orderBy('id')).toEqual(stored);
  });

  it('take the versions there are for those of models', async () => {
    const knex = await databases.init(id);
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    const before = files.indexOf('20261127000100_version_search.js');
    for (const _file of files.slice(0, before)) {
      await knex.migrate.up({ directory });
    }
    const at = '2026-11-27T12:00:00.000Z';
    const subjectId = '01J1'.padEnd(26, '0');
    await knex('subject').insert({
      id: subjectId,
      ref: 'model:default/fraud',
      created_at: at,
    });
    await knex('version').insert({
      id: '01J2'.padEnd(26, '0'),
      subject_id: subjectId,
      label: '1',
      digest: '',
      digest_strength: 'record',
      source_type: 'mlflow',
      // Longer than what fits an index of PostgreSQL that is a tree.
      artifact_uri: `s3://models/${'x'.repeat(20_000)}`,
      created_at: at,
      registered_at: at,
      content_hash: '',
    });
    const stored = await knex('version');

    await knex.migrate.up({ directory });
    expect(await knex('version')).toEqual([
      { ...stored[0], kind: 'model', facts: null },
    ]);
    expect(await knex('version_count').pluck('total')).toEqual([1]);

    await knex.migrate.down({ directory });
    expect(await knex('version')).toEqual(stored);
  });

  it('keep the stages that clients of MLflow set', async () => {
    const knex = await databases.init(id);
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    const before = files.indexOf('20261128000400_server_changes.js');
    for (const _file of files.slice(0, before)) {
      await knex.migrate.up({ directory });
    }
    const at = '2026-11-28T12:00:00.000Z';
    const subjectId = '01J1'.padEnd(26, '0');
    await knex('subject').insert({
      id: subjectId,
      ref: 'model:default/fraud',
      created_at: at,
    });
    const stages = ['Staging', null];
    for (const [index, stage] of stages.entries()) {
      const versionId = `01J2${index}`.padEnd(26, '0');
      await knex('version').insert({
        id: versionId,
        subject_id: subjectId,
        label: `${index}`,
        digest: '',
        digest_strength: 'record',
        source_type: 'portal',
        created_at: at,
        registered_at: at,
        content_hash: '',
      });
      await knex('portal_version').insert({
        version_id: versionId,
        source: 's3://models',
        stage,
        updated_at: at,
      });
    }
    const stored = await knex('portal_version').orderBy('version_id');

    await knex.migrate.up({ directory });
    expect(
      await knex('version').orderBy('label').pluck('registry_stage'),
    ).toEqual(stages);

    await knex.migrate.down({ directory });
    expect(await knex('portal_version').orderBy('version_id')).toEqual(stored);
  });

  it('remind of the waivers that hold, and of no other', async () => {
    const knex = await databases.init(id);
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    const before = files.indexOf('20261129000510_contract_waiver_reminder.js');
    for (const _file of files.slice(0, before)) {
      await knex.migrate.up({ directory });
    }
    const at = '2026-11-28T12:00:00.000Z';
    const subjectId = '01J1'.padEnd(26, '0');
    await knex('subject').insert({
      id: subjectId,
      ref: 'featureview:default/card-activity',
      created_at: at,
    });
    const later = '2999-01-31T23:59:59.999Z';
    const waivers = [
      { steps: ['granted'], until: later },
      { steps: ['granted', 'revoked'], until: later },
      { steps: ['refused'], until: later },
      { steps: [], until: later },
      { steps: ['granted'], until: '2026-11-20T00:00:00.000Z' },
    ].map((waiver, index) => ({
      ...waiver,
      waiverId: `01J2${index}`.padEnd(26, '0'),
    }));
    for (const { waiverId, steps, until } of waivers) {
      await knex('contract_waiver').insert({
        id: waiverId,
        subject_id: subjectId,
        rule_id: 'FIELD_REMOVED',
        port: 'features',
        path: 'count_7d',
        pointer: '',
        until,
        reason: 'It comes back',
        asked_by: 'user:default/feature-engineer',
        asked_at: at,
      });
      for (const verdict of steps) {
        await knex('contract_waiver_step').insert({
          waiver_id: waiverId,
          step: verdict === 'revoked' ? 'revocation' : 'decision',
          verdict,
          taken_by: 'user:default/scientist',
          taken_at: at,
        });
      }
    }

    await knex.migrate.up({ directory });
    const common = { waiver_id: waivers[0].waiverId, done_at: null };
    expect(await knex('contract_waiver_reminder').orderBy('due_at')).toEqual([
      { ...common, kind: 'ending', due_at: '2999-01-24T23:59:59.999Z' },
      { ...common, kind: 'ended', due_at: later },
    ]);

    await knex.migrate.down({ directory });
    expect(await knex('contract_waiver')).toHaveLength(waivers.length);
  });

  it('keep what is being registered at servers', async () => {
    const knex = await databases.init(id);
    const files = readdirSync(directory).filter(file => file.endsWith('.js'));
    const before = files.indexOf('20261129000600_unsettled_changes.js');
    for (const _file of files.slice(0, before)) {
      await knex.migrate.up({ directory });
    }
    const at = '2026-11-29T12:00:00.000Z';
    await knex('registration_claim').insert({
      key: 'a'.repeat(64),
      account: 'user:default/scientist',
      claimed_at: at,
      fencing_token: 1,
      lease_until: at,
    });
    const claims = await knex('registration_claim');

    await knex.migrate.up({ directory });
    expect(await knex('server_change')).toEqual([
      {
        ...claims[0],
        server: null,
        record_id: null,
        kind: null,
        new_name: null,
        asked: null,
        asker: null,
      },
    ]);
    // An earlier portal knows of registrations alone.
    await knex('server_change').insert({
      key: 'b'.repeat(64),
      account: 'user:default/scientist',
      claimed_at: at,
      fencing_token: 1,
      server: 'eu',
      kind: 'record.rename',
    });

    await knex.migrate.down({ directory });
    expect(await knex('registration_claim')).toEqual(claims);
  });
});
