import { Knex } from 'knex';
import { VersionPosition } from '../registry/VersionStore';
import { FoundPosition, VersionSearchFilter } from './VersionSearchFilter';
import { namedByFilter, ownedSubjects, versionsBy } from './namedVersions';
import { subjectsStarting, TextStarts, versionsLabelled } from './textStarts';
import {
  Extent,
  NamedVersions,
  searchIdsQuery,
  searchPageQuery,
  VersionSelection,
} from './versionSearchQuery';

/** Up to so many subjects are named one by one. */
const MAX_SUBJECTS = 100;
/** Up to so many versions are looked up one by one. */
const FEW = 3000;
/** Up to so many ids surely fit the memory that a set is given. */
const SOME = 20_000;
/** From that which leaves the fewest. */
const EXTENTS: readonly Extent[] = ['few', 'some', 'many'];
/** Above this nobody is told how many exactly. */
const COUNT_LIMIT = 1000;

/** A search for versions that is ready to be read. */
export interface OpenSearch {
  /** Up to `limit` places, newest first, after a place. */
  select(limit: number, after?: VersionPosition): Promise<FoundPosition[]>;

  /**
   * How many versions there are; undefined when a filter leaves more than a
   * thousand, which would take as long as to read them.
   */
  count(): Promise<number | undefined>;
}

/**
 * Finds versions across models, newest first. It knows nothing of callers and
 * permissions; see VersionSearchService.
 */
export class VersionSearchStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new VersionSearchStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Finds out beforehand what makes the search quick, once for all its pages. */
  async open(filter: VersionSearchFilter): Promise<OpenSearch> {
    const subjects = await this.#findSubjects(filter);
    if (subjects.subjectIds?.length === 0) {
      return { select: async () => [], count: async () => 0 };
    }
    const named: NamedVersions[] = [];
    for (const ids of namedByFilter(this.#knex, filter)) {
      const counted = await this.#countUpTo(ids.clone(), SOME);
      named.push({ ids, extent: extentOf(counted) });
    }
    const byMany = await this.#nameThoseBy(filter.createdBy, named);
    const starts = await this.#findStarts(filter);
    const selection = { filter, ...subjects, named, starts, byMany };
    return {
      select: async (limit, after) =>
        await this.#select({ ...selection, after }, limit),
      count: async () => await this.#count(selection),
    };
  }

  /** The versions of the contracts that some versions keep to, by id. */
  async readContracts(
    versionIds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows: { id: string; contract: string }[] = await this.#knex(
      'contract_subject_version as link',
    )
      .join(
        'contract_version',
        'contract_version.id',
        '=',
        'link.contract_version_id',
      )
      .whereIn('link.version_id', [...versionIds])
      .select('link.version_id as id', 'contract_version.version as contract');
    return new Map(rows.map(({ id, contract }) => [id, contract]));
  }

  async #select(
    selection: VersionSelection,
    limit: number,
  ): Promise<FoundPosition[]> {
    const rows: { id: string; created_at: string; subject_id: string }[] =
      await searchPageQuery(this.#knex, selection, limit);
    return rows.map(row => ({
      id: row.id,
      createdAt: row.created_at,
      subjectId: row.subject_id,
    }));
  }

  async #count(selection: VersionSelection): Promise<number | undefined> {
    const { kind, includeDeleted = false, ...narrowed } = selection.filter;
    if (Object.keys(narrowed).length === 0) {
      return await this.#countAll(kind, { includeDeleted });
    }
    // A walk would pass by all others, because a count has no end in sight.
    const [first, ...others] = [...selection.named].sort(
      (a, b) => EXTENTS.indexOf(a.extent) - EXTENTS.indexOf(b.extent),
    );
    const named: NamedVersions[] =
      first?.extent === 'some'
        ? [{ ...first, extent: 'few' }, ...others]
        : [...selection.named];
    const counted = await this.#countUpTo(
      searchIdsQuery(this.#knex, { ...selection, named }),
      COUNT_LIMIT,
    );
    return counted > COUNT_LIMIT ? undefined : counted;
  }

  /** What a text names, unless it is much or something else narrows it. */
  async #findStarts({
    text,
    kind,
    models,
    owners,
  }: VersionSearchFilter): Promise<TextStarts | undefined> {
    if (text === undefined || models || owners) {
      return undefined;
    }
    const labelled = versionsLabelled(this.#knex, { text, kind });
    if ((await this.#countUpTo(labelled.clone(), FEW)) > FEW) {
      return undefined;
    }
    const subjects: { id: string }[] = await subjectsStarting(this.#knex, {
      text,
      kind,
    }).limit(MAX_SUBJECTS + 1);
    return subjects.length > MAX_SUBJECTS
      ? undefined
      : { labelled, subjectIds: subjects.map(({ id }) => id) };
  }

  /** Adds the versions of a person, unless that has made very many. */
  async #nameThoseBy(
    person: string | undefined,
    named: NamedVersions[],
  ): Promise<boolean> {
    if (person === undefined) {
      return false;
    }
    const ids = versionsBy(this.#knex, person);
    if ((await this.#countUpTo(ids.clone(), FEW)) > FEW) {
      return true;
    }
    named.push({ ids, extent: 'few' });
    return false;
  }

  /** What the versions are of, unless it is anything, or too much to name. */
  async #findSubjects({
    models,
    owners,
  }: VersionSearchFilter): Promise<
    Pick<VersionSelection, 'subjectIds' | 'owned'>
  > {
    if (models === undefined && owners === undefined) {
      return {};
    }
    const query = owners
      ? ownedSubjects(this.#knex, owners)
      : this.#knex('subject').select('id');
    if (models) {
      query.whereIn('ref', models);
    }
    const found: { id: string }[] = await query.clone().limit(MAX_SUBJECTS + 1);
    return found.length > MAX_SUBJECTS
      ? { owned: extentOf(await this.#countUpTo(query, SOME), 0) }
      : { subjectIds: found.map(({ id }) => id) };
  }

  /** Adds up counters that the database keeps: see `version_count`. */
  async #countAll(
    kind: string,
    { includeDeleted }: { includeDeleted: boolean },
  ): Promise<number> {
    const [{ total, deleted }] = await this.#knex('version_count')
      .join('subject', 'subject.id', '=', 'version_count.subject_id')
      .whereLike('subject.ref', `${kind}:%`)
      .sum({ total: 'version_count.total', deleted: 'version_count.deleted' });
    return Number(total ?? 0) - (includeDeleted ? 0 : Number(deleted ?? 0));
  }

  async #countUpTo(query: Knex.QueryBuilder, limit: number): Promise<number> {
    const [{ count }] = await this.#knex
      .from(query.limit(limit + 1).as('counted'))
      .count({ count: '*' });
    return Number(count);
  }
}

/** @param few - up to so many are few; subjects may have very many versions. */
function extentOf(counted: number, few = FEW): Extent {
  if (counted <= few) {
    return 'few';
  }
  return counted <= SOME ? 'some' : 'many';
}
