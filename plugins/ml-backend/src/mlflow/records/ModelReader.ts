import { Knex } from 'knex';
import { PORTAL_SERVER, PortalRecordTagRow, StoredModel } from './portalRows';
import { ModelRow, selectModels, toStoredModel } from './selectModels';

/** More records of one name are not told apart by name. */
const NAMESAKE_LIMIT = 20;

/** What is said of a record beside its own row. */
export interface ModelDetails {
  tags: { key: string; value: string }[];
  aliases: { alias: string; number: number }[];
}

/** Reads records of registries by name. Knows nothing of callers. */
export class ModelReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The record of the portal with a name, also one that was deleted. */
  async findOwn(
    name: string,
    knex: Knex = this.#knex,
  ): Promise<StoredModel | undefined> {
    const row: ModelRow | undefined = await selectModels(knex)
      .where({
        'registry_record.server': PORTAL_SERVER,
        'registry_record.name': name,
      })
      .first();
    return row && toStoredModel(row);
  }

  async findById(id: string): Promise<StoredModel | undefined> {
    const row: ModelRow | undefined = await selectModels(this.#knex)
      .where('registry_record.id', id)
      .first();
    return row && toStoredModel(row);
  }

  /** Records with a name that registry servers hold now. */
  async findElsewhere(name: string): Promise<StoredModel[]> {
    const rows: ModelRow[] = await selectModels(this.#knex)
      .where('registry_record.name', name)
      .whereNot('registry_record.server', PORTAL_SERVER)
      .whereNull('registry_record.gone_since')
      .orderBy('registry_record.id')
      .limit(NAMESAKE_LIMIT);
    return rows.map(toStoredModel);
  }

  /** What a server, or the portal, holds of a Model now. */
  async findOfModel(ref: string, server: string): Promise<StoredModel[]> {
    const rows: ModelRow[] = await selectModels(this.#knex)
      .where({ 'subject.ref': ref, 'registry_record.server': server })
      .whereNull('registry_record.gone_since')
      .orderBy('registry_record.id')
      .limit(NAMESAKE_LIMIT);
    return rows.map(toStoredModel);
  }

  /** Tags and aliases of some records, by the record's id. */
  async readDetails(
    ids: readonly string[],
  ): Promise<(id: string) => ModelDetails> {
    const tags: PortalRecordTagRow[] = await this.#knex('portal_record_tag')
      .whereIn('record_id', [...ids])
      .orderBy(['record_id', 'key']);
    const aliases: { record_id: string; alias: string; number: number }[] =
      await this.#knex('version_alias')
        .join('version', 'version.id', '=', 'version_alias.version_id')
        .whereIn('version_alias.record_id', [...ids])
        .whereNotNull('version.record_number')
        .orderBy(['version_alias.record_id', 'version_alias.alias'])
        .select(
          'version_alias.record_id',
          'version_alias.alias',
          'version.record_number as number',
        );
    return id => ({
      tags: tags
        .filter(tag => tag.record_id === id)
        .map(({ key, value }) => ({ key, value })),
      aliases: aliases
        .filter(alias => alias.record_id === id)
        .map(({ alias, number }) => ({ alias, number })),
    });
  }
}
