import {
  ModelVersion,
  ModelVersionSummary,
  PORTAL_HOME,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import { Subject } from '../subjects/SubjectStore';
import { countVersions, findSourceRecords } from './countVersions';
import { readVersionChanges } from './readVersionChanges';
import { readVersionDigests } from './readVersionDigests';
import { readVersionSurroundings } from './readVersionSurroundings';
import {
  areFew,
  versionOrder,
  versionPageQuery,
  versionQuery,
  VersionSelection,
} from './versionQuery';
import {
  summaryColumns,
  toModelVersion,
  toVersionSummary,
  VersionRow,
  VersionSummaryRow,
} from './versionRows';
import {
  VersionCandidate,
  VersionDigest,
  VersionFeed,
  VersionFilter,
  VersionPosition,
  VersionStore,
  VersionView,
} from './VersionStore';

/** More candidates than this are not named. */
const CANDIDATE_LIMIT = 10;

/** Reads versions from the plugin's database. */
export class DatabaseVersionStore implements VersionStore {
  readonly #knex: Knex;
  readonly #serverTitle: (server: string) => string | undefined;

  static create(options: {
    knex: Knex;
    /** Names registry servers for people. */
    serverTitle: (server: string) => string | undefined;
  }) {
    return new DatabaseVersionStore(options.knex, options.serverTitle);
  }

  private constructor(
    knex: Knex,
    serverTitle: (server: string) => string | undefined,
  ) {
    this.#knex = knex;
    this.#serverTitle = serverTitle;
  }

  async list(options: Parameters<VersionStore['list']>[0]) {
    const { subject, view, filter, limit, after } = options;
    const page = versionPageQuery(this.#knex, {
      ...(await this.#select({ subject, view, filter })),
      limit: limit + 1,
      after,
    });
    const found: VersionSummaryRow[] = await this.#knex('version')
      .whereIn('id', page)
      .select(summaryColumns)
      .orderBy(versionOrder);
    const rows = found.slice(0, limit);
    const around = await this.#surroundings(rows);
    const changes = await readVersionChanges(
      this.#knex,
      rows.map(({ id }) => id),
    );
    const last = rows.at(-1);
    const next: VersionPosition | undefined =
      found.length > limit && last
        ? { createdAt: last.created_at, id: last.id }
        : undefined;
    return {
      items: rows.map(row => {
        const change = changes.get(row.id);
        return {
          ...toVersionSummary(row, around(row)),
          ...(change && { change }),
        };
      }),
      ...(next ? { next } : {}),
    };
  }

  async count(options: Parameters<VersionStore['count']>[0]) {
    const { subject, view, filter } = options;
    const counted = await countVersions(this.#knex, [subject.id]);
    const total = counted.get(subject.id)?.total ?? 0;
    const { source, ...others } = filter;
    const isNarrowed = view !== 'all' || Object.keys(others).length > 0;
    if (!isNarrowed && source === undefined) {
      return { total, matching: total };
    }
    const records = await this.#findRecords(subject, filter);
    if (!isNarrowed && records) {
      return { total, matching: records.versions };
    }
    const [row] = await versionQuery(
      this.#knex,
      await this.#select(options),
    ).count({ count: '*' });
    return { total, matching: Number(row.count) };
  }

  async findByIds(ids: readonly string[]): Promise<Map<string, ModelVersion>> {
    const versions = new Map<string, ModelVersion>();
    for (const batch of inBatches([...new Set(ids)])) {
      const rows = await this.#knex<VersionRow>('version').whereIn('id', batch);
      const around = await this.#surroundings(rows);
      for (const row of rows) {
        versions.set(row.id, toModelVersion(row, around(row)));
      }
    }
    return versions;
  }

  async findSummaries(
    ids: readonly string[],
  ): Promise<Map<string, ModelVersionSummary>> {
    const versions = new Map<string, ModelVersionSummary>();
    for (const batch of inBatches([...new Set(ids)])) {
      const rows: VersionSummaryRow[] = await this.#knex('version')
        .whereIn('id', batch)
        .select(summaryColumns);
      const around = await this.#surroundings(rows);
      for (const row of rows) {
        versions.set(row.id, toVersionSummary(row, around(row)));
      }
    }
    return versions;
  }

  async findCandidates(
    subjectId: string,
    text: string,
  ): Promise<VersionCandidate[]> {
    const byIdOrLabel = await this.#knex<VersionRow>('version')
      .select('id', 'label')
      .where('subject_id', subjectId)
      .andWhere(either => either.where('id', text).orWhere('label', text));
    const byAlias: Pick<VersionRow, 'id' | 'label'>[] = await this.#knex(
      'version_alias',
    )
      .join('version', 'version.id', '=', 'version_alias.version_id')
      .where('version.subject_id', subjectId)
      .andWhere('version_alias.alias', text)
      .orderBy('version.id')
      .limit(CANDIDATE_LIMIT)
      .select('version.id', 'version.label');
    const candidates = new Map<string, VersionCandidate>();
    for (const { id, label } of byIdOrLabel) {
      candidates.set(id, { id, label, via: id === text ? 'id' : 'label' });
    }
    for (const { id, label } of byAlias) {
      if (!candidates.has(id)) {
        candidates.set(id, { id, label, via: 'alias' });
      }
    }
    return [...candidates.values()].slice(0, CANDIDATE_LIMIT);
  }

  async findFeeds(subjectId: string): Promise<VersionFeed[]> {
    const rows: { server: string; problem: string | null }[] = await this.#knex(
      'registry_record',
    )
      .select('server', this.#knex.raw('MAX(last_error) AS problem'))
      .where('subject_id', subjectId)
      // Nothing is read from the portal itself.
      .whereNot('server', PORTAL_HOME)
      .groupBy('server')
      .orderBy('server');
    return rows.map(({ server, problem }) => ({
      server,
      ...(problem ? { problem } : {}),
    }));
  }

  async digest(
    subjectIds: readonly string[],
  ): Promise<Map<string, VersionDigest>> {
    return await readVersionDigests(this.#knex, subjectIds);
  }

  /** What is asked for, with what makes it quick to find. */
  async #select(options: {
    subject: Subject;
    view: VersionView;
    filter: VersionFilter;
  }): Promise<VersionSelection> {
    const { subject, view, filter } = options;
    const selection = {
      subjectId: subject.id,
      view,
      filter,
      records: (await this.#findRecords(subject, filter))?.ids,
    };
    return { ...selection, few: await areFew(this.#knex, selection) };
  }

  /** The records of the server in a filter, unless there are very many. */
  async #findRecords(subject: Subject, { source }: VersionFilter) {
    return source === undefined
      ? undefined
      : await findSourceRecords(this.#knex, {
          subjectId: subject.id,
          server: source,
        });
  }

  async #surroundings(rows: readonly VersionSummaryRow[]) {
    return await readVersionSurroundings(this.#knex, rows, this.#serverTitle);
  }
}
