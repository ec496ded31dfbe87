import { RegistrySourceStatus } from '@understudy/plugin-ml-common';
import { VersionSource } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';

interface RegistrySourceRow {
  server: string;
  type: string;
  last_attempt_at: string | null;
  last_success_at: string | null;
  last_error: string | null;
  records: number | null;
  versions: number | null;
  requested_at: string | null;
}

/** After this many missed reads the data of a registry count as stale. */
const STALE_AFTER_INTERVALS = 3;
const ERROR_LENGTH = 2000;

/** How the reads of each registry went. */
export class RegistrySourceStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now?: () => Date }) {
    return new RegistrySourceStore(
      options.knex,
      options.now ?? (() => new Date()),
    );
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  /** Notes that a read begins. */
  async noteAttempt(source: VersionSource): Promise<void> {
    const attempt = {
      type: source.type,
      last_attempt_at: this.#now().toISOString(),
    };
    await this.#table()
      .insert({ server: source.id, ...attempt })
      .onConflict('server')
      .merge(attempt);
  }

  /** Notes a read that reached the end, with what was wrong on the way. */
  async noteSuccess(
    server: string,
    result: { records: number; versions: number; problem?: string },
  ): Promise<void> {
    await this.#table()
      .where({ server })
      .update({
        last_success_at: this.#now().toISOString(),
        last_error: result.problem?.slice(0, ERROR_LENGTH) || null,
        records: result.records,
        versions: result.versions,
      });
  }

  /** Notes a read that did not reach the end. */
  async noteFailure(server: string, problem: string): Promise<void> {
    await this.#table()
      .where({ server })
      .update({ last_error: problem.slice(0, ERROR_LENGTH) });
  }

  /** Asks for a read as soon as possible, whichever replica does it. */
  async request(source: VersionSource): Promise<void> {
    const requestedAt = this.#now().toISOString();
    await this.#table()
      .insert({
        server: source.id,
        type: source.type,
        requested_at: requestedAt,
      })
      .onConflict('server')
      .merge({ requested_at: requestedAt });
  }

  /** Whether a read was asked for after the last one began. */
  async isRequested(server: string): Promise<boolean> {
    const row = await this.#table().where({ server }).first();
    return Boolean(
      row?.requested_at &&
      (!row.last_attempt_at || row.requested_at > row.last_attempt_at),
    );
  }

  /** The status of each given source, in their order. */
  async findStatuses(
    sources: readonly VersionSource[],
  ): Promise<RegistrySourceStatus[]> {
    const rows = await this.#table().whereIn(
      'server',
      sources.map(source => source.id),
    );
    const rowByServer = new Map(rows.map(row => [row.server, row]));
    return sources.map(source =>
      this.#toStatus(source, rowByServer.get(source.id)),
    );
  }

  #toStatus(
    source: VersionSource,
    row: RegistrySourceRow | undefined,
  ): RegistrySourceStatus {
    const staleAfterSeconds = source.intervalSeconds * STALE_AFTER_INTERVALS;
    const oldestFresh = this.#now().getTime() - staleAfterSeconds * 1000;
    return {
      server: source.id,
      type: source.type,
      title: source.title,
      ...(source.uiUrl ? { uiUrl: source.uiUrl } : {}),
      ...(row?.last_attempt_at ? { lastAttemptAt: row.last_attempt_at } : {}),
      ...(row?.last_success_at ? { lastSuccessAt: row.last_success_at } : {}),
      ...(row?.last_error ? { lastError: row.last_error } : {}),
      staleAfterSeconds,
      stale:
        !row?.last_success_at || Date.parse(row.last_success_at) < oldestFresh,
      ...(typeof row?.records === 'number' ? { records: row.records } : {}),
      ...(typeof row?.versions === 'number' ? { versions: row.versions } : {}),
    };
  }

  #table() {
    return this.#knex<RegistrySourceRow>('registry_source');
  }
}
