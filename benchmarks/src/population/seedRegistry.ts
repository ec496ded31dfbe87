import { Knex } from 'knex';
import { bulkInsert, Row } from '../databases/bulkInsert';
import {
  numberedId,
  PopulatedModel,
  Population,
  VERSIONS_OF_OTHERS,
} from './Population';
import { seedContracts } from './seedContracts';
import { SeededVersion, versionRow } from './versionRow';

/** A server that no module reads, so that nothing changes what is seeded. */
const SERVER = 'benchmark';
const NOW = '2026-11-01T00:00:00.000Z';

/** Tags of the large model, to filter by: every fifth version, and five of all. */
export const COMMON_TAG = { key: 'team', value: 'team-3' };
export const RARE_TAG = { key: 'audited', value: 'yes' };
const RARE_COUNT = 5;

/**
 * Fills the registry: versions with metrics, tags and contracts, aliases, and
 * what is and was assigned.
 */
export async function seedRegistry(
  knex: Knex,
  population: Population,
  versionsOfLarge: number,
): Promise<void> {
  const { models, large } = population;
  await bulkInsert(knex, 'subject', models.map(subjectRow));
  await bulkInsert(knex, 'registry_record', models.map(recordRow));
  const versions = () => eachVersion(models, large, versionsOfLarge);
  await bulkInsert(knex, 'version', map(versions(), versionRow));
  await seedContracts(knex, models, versions());
  await bulkInsert(knex, 'version_metric', flatMap(versions(), metricRows));
  await bulkInsert(knex, 'version_tag', flatMap(versions(), tagRows));
  await bulkInsert(
    knex,
    'version_alias',
    flatMap(versions(), version =>
      version.isLatest ? [aliasRow(version)] : [],
    ),
  );
  const assigned = () =>
    filter(versions(), version => version.isLatest || version.wasChampion);
  await bulkInsert(knex, 'promotion', map(assigned(), promotionRow));
  await bulkInsert(knex, 'assignment', map(assigned(), assignmentRow));
}

/** The versions of all models, those of one model oldest first. */
function* eachVersion(
  models: readonly PopulatedModel[],
  large: PopulatedModel,
  versionsOfLarge: number,
): Generator<SeededVersion> {
  let number = 0;
  for (const [index, model] of models.entries()) {
    const count = model === large ? versionsOfLarge : VERSIONS_OF_OTHERS;
    for (let label = 1; label <= count; label += 1) {
      number += 1;
      yield {
        id: numberedId('01H', number),
        recordId: recordId(index),
        model,
        label,
        isLatest: label === count,
        // One in a thousand, so that the large model has a history.
        wasChampion: label < count && label % 1000 === 0,
      };
    }
  }
}

function subjectRow({ ref, subjectId, owner }: PopulatedModel): Row {
  return { id: subjectId, ref, last_owner: owner, created_at: NOW };
}

function recordId(index: number): string {
  return numberedId('01G', index);
}

function recordRow({ ref, subjectId }: PopulatedModel, index: number): Row {
  return {
    id: recordId(index),
    server: SERVER,
    name: ref,
    kind: 'model',
    subject_id: subjectId,
    environment: 'production',
    workspace: '',
    label_prefix: '',
    first_seen_at: NOW,
  };
}

function metricRows({ id, label }: SeededVersion): Row[] {
  return [
    { name: 'roc_auc', value: 0.8 + (label % 100) / 1000 },
    { name: 'latency_p99_ms', value: 20 + (label % 30) },
    { name: 'brier_score', value: 0.1 + (label % 10) / 1000 },
  ].map(({ name, value }, position) => ({
    version_id: id,
    position,
    name,
    raw_name: name,
    value,
    dataset: 'holdout',
    split: 'test',
    observed_at: NOW,
  }));
}

function tagRows({ id, label, model }: SeededVersion): Row[] {
  const tags = [{ key: 'team', value: `team-${label % 5}` }];
  if (label <= RARE_COUNT) {
    tags.push(RARE_TAG);
  }
  return tags.map(tag => ({
    version_id: id,
    subject_id: model.subjectId,
    ...tag,
  }));
}

function aliasRow({ id, recordId: record_id }: SeededVersion): Row {
  return { record_id, alias: 'champion', version_id: id, seen_at: NOW };
}

function promotionRow({ id, model }: SeededVersion): Row {
  return {
    id,
    kind: 'promote',
    subject_id: model.subjectId,
    version_id: id,
    digest: 'sha256:0',
    to_stage: 'production',
    environment: 'production',
    segment: '*',
    requested_by: 'user:default/payments-scientist',
    requested_at: NOW,
    policy_ref: 'production',
    policy_digest: '',
    policy: '{}',
    subject_digest: '',
    state: 'succeeded',
    state_since: NOW,
    revision: 1,
    gate_runs: '[]',
    requirements: '[]',
    execution: '{"attempt":0}',
    fencing_token: 0,
  };
}

function assignmentRow({ id, model, isLatest }: SeededVersion): Row {
  return {
    id,
    subject_id: model.subjectId,
    version_id: id,
    digest: 'sha256:0',
    stage: 'production',
    environment: 'production',
    segment: '*',
    slot: 'champion',
    traffic_percent: 100,
    toggles: '[]',
    feature_view_pins: '[]',
    since: NOW,
    until: isLatest ? null : NOW,
    promotion_id: id,
  };
}

function* map<T, U>(items: Iterable<T>, to: (item: T) => U): Generator<U> {
  for (const item of items) {
    yield to(item);
  }
}

function* flatMap<T, U>(items: Iterable<T>, to: (item: T) => U[]) {
  for (const item of items) {
    yield* to(item);
  }
}

function* filter<T>(items: Iterable<T>, keep: (item: T) => boolean) {
  for (const item of items) {
    if (keep(item)) {
      yield item;
    }
  }
}
