import { Knex } from 'knex';
import { inBatches } from '../../database/inBatches';
import { openPromotionStates } from '../../promotion/promotionPlaces';
import { MlflowStage } from '../protocol/mlflowRequests';
import { StoredModel, StoredVersion } from './portalRows';
import {
  NumberedVersionRow,
  selectVersions,
  toStoredVersion,
} from './selectVersions';

/** What is said of a version beside its own row. */
export interface VersionDetails {
  aliases: string[];
  stage: MlflowStage;
}

interface AssignedRow {
  version_id: string;
  stage: string;
  slot: string;
}

/** Reads versions by their numbers and aliases. Knows nothing of callers. */
export class VersionReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(
    model: Pick<StoredModel, 'id'>,
    number: number,
    knex: Knex = this.#knex,
  ): Promise<StoredVersion | undefined> {
    const row: NumberedVersionRow | undefined = await selectVersions(knex)
      .where({ 'version.record_id': model.id, 'version.record_number': number })
      .first();
    return row && toStoredVersion(row);
  }

  async findByAlias(
    model: Pick<StoredModel, 'id'>,
    alias: string,
    knex: Knex = this.#knex,
  ): Promise<StoredVersion | undefined> {
    const row: NumberedVersionRow | undefined = await selectVersions(knex)
      .join('version_alias', 'version_alias.version_id', '=', 'version.id')
      .where({
        'version_alias.record_id': model.id,
        'version_alias.alias': alias,
      })
      .first();
    return row && toStoredVersion(row);
  }

  /** The aliases of a record with the versions they point at, by alias. */
  async findAliased(
    model: Pick<StoredModel, 'id'>,
  ): Promise<{ alias: string; version: StoredVersion }[]> {
    const rows: (NumberedVersionRow & { alias: string })[] =
      await selectVersions(this.#knex)
        .join('version_alias', 'version_alias.version_id', '=', 'version.id')
        .where('version_alias.record_id', model.id)
        .orderBy('version_alias.alias')
        .select('version_alias.alias');
    return rows.map(row => ({
      alias: row.alias,
      version: toStoredVersion(row),
    }));
  }

  async findLatest(
    model: Pick<StoredModel, 'id'>,
  ): Promise<StoredVersion | undefined> {
    const row: NumberedVersionRow | undefined = await selectVersions(this.#knex)
      .where('version.record_id', model.id)
      .orderBy('version.record_number', 'desc')
      .first();
    return row && toStoredVersion(row);
  }

  /** The version with the highest number in each stage, by the record's id. */
  async findLatestByStage(
    models: readonly Pick<StoredModel, 'id' | 'subjectId'>[],
  ): Promise<Map<string, StoredVersion[]>> {
    const ids = models.map(({ id }) => id);
    const assigned = await this.#assignedStages(
      models.map(({ subjectId }) => subjectId),
    );
    const others = () =>
      selectVersions(this.#knex)
        .clear('select')
        .whereNotIn('version.id', [...assigned.keys()]);
    // The newest of each record is the first of an index.
    const newestUnstaged = this.#knex('registry_record')
      .whereIn('registry_record.id', ids)
      .select(
        others()
          .whereRaw('version.record_id = registry_record.id')
          .whereNull('version.registry_stage')
          .orderBy('version.record_number', 'desc')
          .limit(1)
          .select('version.id')
          .as('newest'),
      );
    const newestStaged = others()
      .whereIn('version.record_id', ids)
      .whereNotNull('version.registry_stage')
      .groupBy('version.record_id', 'version.registry_stage')
      .select('version.record_id')
      .max('version.record_number');
    const rows: NumberedVersionRow[][] = await Promise.all([
      selectVersions(this.#knex).whereIn('version.id', newestUnstaged),
      selectVersions(this.#knex)
        .whereIn(['version.record_id', 'version.record_number'], newestStaged)
        // Follows from that, and leads SQLite to an index.
        .whereIn('version.record_id', ids)
        .whereNotNull('version.registry_stage'),
      selectVersions(this.#knex)
        .whereIn('version.record_id', ids)
        .whereIn('version.id', [...assigned.keys()]),
    ]);

    const latest = new Map<string, Map<string, NumberedVersionRow>>();
    for (const row of rows.flat()) {
      const stage = assigned.get(row.id) ?? row.registry_stage ?? 'None';
      const stages = latest.get(row.record_id) ?? new Map();
      latest.set(row.record_id, stages);
      const known = stages.get(stage);
      if (!known || known.record_number < row.record_number) {
        stages.set(stage, row);
      }
    }
    return new Map(
      ids.map(id => [
        id,
        [...(latest.get(id)?.values() ?? [])].map(toStoredVersion),
      ]),
    );
  }

  /** Aliases and stages of some versions, by the version's id. */
  async readDetails(
    versions: readonly StoredVersion[],
  ): Promise<(version: StoredVersion) => VersionDetails> {
    const aliases = new Map<string, string[]>();
    for (const ids of inBatches(versions.map(({ id }) => id))) {
      const rows: { version_id: string; alias: string }[] = await this.#knex(
        'version_alias',
      )
        .whereIn('version_id', ids)
        .orderBy('alias')
        .select('version_id', 'alias');
      for (const { version_id: id, alias } of rows) {
        aliases.set(id, [...(aliases.get(id) ?? []), alias]);
      }
    }
    const assigned = await this.#assignedStages(
      versions.map(({ subjectId }) => subjectId),
    );
    return ({ id, stage }) => ({
      aliases: aliases.get(id) ?? [],
      stage: assigned.get(id) ?? (stage as MlflowStage | undefined) ?? 'None',
    });
  }

  /** Whether a version, or any version of a record, is assigned now. */
  async isAssigned(
    of: { versionId: string } | { recordId: string },
  ): Promise<boolean> {
    const row = await this.#knex('assignment')
      .join('version', 'version.id', '=', 'assignment.version_id')
      .where(
        'versionId' in of
          ? { 'version.id': of.versionId }
          : { 'version.record_id': of.recordId },
      )
      .whereNull('assignment.until')
      .first('assignment.id');
    return row !== undefined;
  }

  /** The version of a record that an open promotion wants, if there is one. */
  async findWanted(
    model: Pick<StoredModel, 'id'>,
  ): Promise<{ promotionId: string; label: string } | undefined> {
    return await this.#knex('promotion')
      .join('version', 'version.id', '=', 'promotion.version_id')
      .where('version.record_id', model.id)
      .whereIn('promotion.state', [...openPromotionStates])
      .first('promotion.id as promotionId', 'version.label');
  }

  /**
   * What was decided about versions, in MLflow's words: it counts more than
   * the stage that a client set.
   */
  async #assignedStages(
    subjectIds: readonly string[],
  ): Promise<Map<string, MlflowStage>> {
    const rows: AssignedRow[] = await this.#knex('assignment')
      .whereIn('subject_id', [...new Set(subjectIds)])
      .whereNull('until')
      .select('version_id', 'stage', 'slot');
    const stages = new Map<string, MlflowStage>();
    for (const { version_id: id, stage, slot } of rows) {
      if (slot === 'champion') {
        stages.set(id, 'Production');
      } else if (stage.toLowerCase() === 'staging' && !stages.has(id)) {
        stages.set(id, 'Staging');
      }
    }
    return stages;
  }
}
