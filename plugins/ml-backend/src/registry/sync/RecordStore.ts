import { Knex } from 'knex';
import { takeOffAliases } from '../../aliases/history/takeOffAliases';
import { inBatches } from '../../database/inBatches';
import { whereNotChanging } from './changingRecords';
import { whereNotRenamedSince } from './nameChanges';
import { recordKey, RegistryRecordRow, VersionAliasRow } from './recordRows';

/** A record as it is stored, with its aliases and the versions they name. */
export interface StoredRecord {
  row: RegistryRecordRow;
  aliases: Map<string, string>;
}

/** Reads records for comparison, and notes what became of them. */
export class RecordStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now?: () => Date }) {
    return new RecordStore(options.knex, options.now ?? (() => new Date()));
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  /** Stored records with some names, by their {@link recordKey}. */
  async findRecords(
    server: string,
    names: readonly string[],
  ): Promise<Map<string, StoredRecord>> {
    const rows = await this.#records()
      .where({ server })
      .whereIn('name', [...new Set(names)]);
    const aliases: (VersionAliasRow & { record_version: string })[] =
      await this.#knex('version_alias')
        .join('version', 'version.id', '=', 'version_alias.version_id')
        .whereIn(
          'version_alias.record_id',
          rows.map(row => row.id),
        )
        .select('version_alias.*', 'version.record_version');
    const found = new Map<string, StoredRecord>();
    const byId = new Map<string, StoredRecord>();
    for (const row of rows) {
      const stored: StoredRecord = { row, aliases: new Map() };
      found.set(recordKey(row), stored);
      byId.set(row.id, stored);
    }
    for (const { record_id, alias, record_version } of aliases) {
      byId.get(record_id)?.aliases.set(alias, record_version);
    }
    return found;
  }

  /** Names of all records that a server has or had, first seen first. */
  async listNames(server: string): Promise<string[]> {
    const rows = await this.#records()
      .where({ server })
      .orderBy(['first_seen_at', 'id'])
      .select('name');
    return rows.map(({ name }) => name);
  }

  /** Whether nothing but this record feeds its Model. */
  async isOnlyRecord(row: RegistryRecordRow): Promise<boolean> {
    const other = await this.#records()
      .where({ subject_id: row.subject_id })
      .whereNot({ id: row.id })
      .first('id');
    return other === undefined;
  }

  /** Notes why a record could not be read; all else stays as it is. */
  async noteError(recordId: string, problem: string): Promise<void> {
    await this.#records()
      .where({ id: recordId })
      .update({ last_error: problem.slice(0, 2000) });
  }

  /**
   * Marks the records that a complete read of the server did not list, but for
   * those that the portal renamed since it began, or is changing there.
   */
  async markGone(
    server: string,
    seen: ReadonlySet<string>,
    readAt: string,
  ): Promise<number> {
    const present: Pick<RegistryRecordRow, 'id' | 'workspace' | 'name'>[] =
      await this.#records()
        .where({ server })
        .whereNull('gone_since')
        .modify(whereNotRenamedSince, readAt)
        .modify(whereNotChanging)
        .select('id', 'workspace', 'name');
    const gone = present
      .filter(row => !seen.has(recordKey(row)))
      .map(row => row.id);
    const goneSince = this.#now().toISOString();
    for (const ids of inBatches(gone)) {
      await this.#knex.transaction(async tx => {
        await tx('registry_record')
          .whereIn('id', ids)
          .update({ gone_since: goneSince });
        await tx('version')
          .whereIn('record_id', ids)
          .whereNull('gone_since')
          .update({ gone_since: goneSince });
        await takeOffAliases(
          tx,
          { recordIds: ids },
          { at: goneSince, via: 'outside' },
        );
      });
    }
    return gone.length;
  }

  /** How many records and versions a server holds now. */
  async count(server: string): Promise<{ records: number; versions: number }> {
    const [records] = await this.#knex('registry_record')
      .where({ server })
      .whereNull('gone_since')
      .count({ count: '*' });
    const [versions] = await this.#knex('version')
      .join('registry_record', 'registry_record.id', '=', 'version.record_id')
      .where('registry_record.server', server)
      .whereNull('version.gone_since')
      .count({ count: '*' });
    return {
      records: Number(records.count),
      versions: Number(versions.count),
    };
  }

  #records() {
    return this.#knex<RegistryRecordRow>('registry_record');
  }
}
