import { PromotionExecution } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { setStoredAlias } from '../aliases/history/setStoredAlias';

/** Where a registry keeps a version. */
export interface RegistryPlace {
  server: string;
  workspace?: string;
  record: string;
  version: string;
}

/**
 * Finds out where registries keep versions and which aliases they know. An
 * alias that was just moved and read back is noted, ahead of the next read.
 */
export class RegistryRecordReader {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new RegistryRecordReader(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Undefined for a version that no registry holds. */
  async findPlace(versionId: string): Promise<RegistryPlace | undefined> {
    const row: PlaceRow | undefined = await this.#knex('version')
      .join('registry_record', 'registry_record.id', 'version.record_id')
      .where('version.id', versionId)
      .whereNotNull('version.record_version')
      .select(
        'registry_record.server',
        'registry_record.workspace',
        'registry_record.name',
        'version.record_version',
      )
      .first();
    return (
      row && {
        server: row.server,
        ...(row.workspace ? { workspace: row.workspace } : {}),
        record: row.name,
        version: row.record_version,
      }
    );
  }

  /** The version of a model that an alias points at, as last read. */
  async findAliasHolder(
    subjectId: string,
    alias: NonNullable<PromotionExecution['alias']>,
  ): Promise<PromotionExecution['heldBefore']> {
    return await this.#knex('version_alias')
      .join('registry_record', 'registry_record.id', 'version_alias.record_id')
      .join('version', 'version.id', 'version_alias.version_id')
      .where({
        'registry_record.server': alias.server,
        'registry_record.workspace': alias.workspace ?? '',
        'registry_record.name': alias.record,
        'version_alias.alias': alias.alias,
        'version.subject_id': subjectId,
      })
      .whereNull('version.gone_since')
      .select({
        versionId: 'version.id',
        version: 'version.label',
        digest: 'version.digest',
        since: 'version_alias.seen_at',
      })
      .first();
  }

  /** Notes that an alias points at a version now, in the caller's transaction. */
  async noteAlias(
    trx: Knex.Transaction,
    options: {
      versionId: string;
      alias: string;
      at: string;
      promotionId?: string;
      /** Who had it put back, where no promotion did. */
      by?: string;
    },
  ): Promise<void> {
    const { versionId, alias, at, promotionId, by } = options;
    const version:
      { record_id: string | null; subject_id: string } | undefined = await trx(
      'version',
    )
      .where({ id: versionId })
      .first('record_id', 'subject_id');
    if (version?.record_id) {
      await setStoredAlias(trx, {
        record: { id: version.record_id, subjectId: version.subject_id },
        alias,
        versionId,
        at,
        via: 'promotion',
        promotionId,
        by,
      });
    }
  }

  /** The aliases that registries hold for a model now, at most 500. */
  async findAliases(subjectId: string): Promise<string[]> {
    const rows: { alias: string }[] = await this.#knex('version_alias')
      .join('registry_record', 'registry_record.id', 'version_alias.record_id')
      .where('registry_record.subject_id', subjectId)
      .distinct('version_alias.alias')
      .orderBy('version_alias.alias')
      .limit(500);
    return rows.map(row => row.alias);
  }
}

interface PlaceRow {
  server: string;
  workspace: string;
  name: string;
  record_version: string;
}
