import { Knex } from 'knex';
import { DatabaseSubjectStore } from '../subjects/DatabaseSubjectStore';
import { Subject } from '../subjects/SubjectStore';
import { MetricDictionary } from '../registry/MetricDictionary';
import { normalizeVersion } from '../registry/versionContent';
import { writeRecord } from '../registry/sync/writeRecord';
import { sourceVersion } from './FakeVersionSource';

/** The time of everything a seed writes. */
export const seedTime = new Date('2026-03-01T00:00:00.000Z');

/** Writes one record of a registry, as a sync would, and answers its subject. */
export async function seedVersions(
  knex: Knex,
  options: {
    model: string;
    versions: ReturnType<typeof sourceVersion>[];
    server?: string;
    record?: string;
    aliases?: { alias: string; version: string }[];
  },
): Promise<Subject> {
  const { model, versions, server = 'eu', record = model } = options;
  const dictionary = MetricDictionary.create([]);
  const subject = await DatabaseSubjectStore.create({ knex }).ensure({
    ref: `model:default/${model}`,
    previousRefs: [],
  });
  await knex.transaction(tx =>
    writeRecord(
      tx,
      {
        server,
        sourceType: 'fake',
        name: record,
        kind: 'model',
        boundBy: 'default',
        hints: { description: null, hint_tags: '[]' },
        subjectId: subject.id,
        home: 'eu',
        aliases: options.aliases ?? [],
        versions: new Map(
          versions.map(version => [
            version.recordVersion,
            normalizeVersion(version, dictionary),
          ]),
        ),
      },
      seedTime,
    ),
  );
  return subject;
}

/** Assigns a version, as a promotion would. */
export async function seedAssignment(
  knex: Knex,
  options: { id: string; subject: Subject; label: string; until?: string },
): Promise<void> {
  const { id, subject, label, until } = options;
  const version = await knex('version')
    .where({ subject_id: subject.id, label })
    .first();
  const common = {
    subject_id: subject.id,
    version_id: version.id,
    digest: version.digest,
    environment: 'production',
    segment: '*',
  };
  await knex('promotion').insert({
    ...common,
    id,
    kind: 'promote',
    to_stage: 'production',
    requested_by: 'user:default/payments-scientist',
    requested_at: seedTime.toISOString(),
    policy_ref: 'default',
    policy_digest: '',
    policy: '{}',
    subject_digest: '',
    state: 'succeeded',
    state_since: seedTime.toISOString(),
    revision: 1,
  });
  await knex('assignment').insert({
    ...common,
    id,
    stage: 'production',
    slot: 'champion',
    traffic_percent: 100,
    since: seedTime.toISOString(),
    until: until ?? null,
    promotion_id: id,
  });
}
