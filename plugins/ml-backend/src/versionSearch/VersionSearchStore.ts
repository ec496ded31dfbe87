import { Knex } from 'knex';
import { withoutCompiling } from '../database/withoutCompiling';
import { VersionPosition } from '../registry/VersionStore';
import { FoundPosition, VersionSearchFilter } from './VersionSearchFilter';
import { namedByFilter, ownedSubjects, versionsBy } from './namedVersions';
import { subjectsStarting, TextStarts, versionsLabelled } from './textStarts';
import {
  NamedVersions,
  searchIdsQuery,
  searchPageQuery,
  VersionSelection,
} from './versionSearchQuery';
import { Extent } from './whereAmong';

/** Up to so many subjects are named one by one. */
const MAX_SUBJECTS = 100;
/** Up to how many ids are which extent. */
export interface ExtentLimits {
  /** So many versions are looked up one by one. */
  few: number;
  /** So many ids surely fit the memory that a set is given. */
  some: number;
}

const LIMITS: ExtentLimits = { few: 3000, some: 20_000 };
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
  readonly #limits: ExtentLimits;

  /** @param options - limits are for tests, which have few of everything. */
  static create(options: { knex: Knex; limits?: ExtentLimits }) {
    return new VersionSearchStore(options.knex, options.limits ?? LIMITS);
  }

  private constructor(knex: Knex, limits: ExtentLimits) {
    this.#knex = knex;
    this.#limits = limits;
  }

  /** Finds out beforehand what makes the search quick, once for all its pages. */
  async open(filter: VersionSearchFilter): Promise<OpenSearch> {
    const subjects = await this.#findSubjects(filter);
    if (subjects.subjectIds?.length === 0) {
      return { select: async () => [], count: async () => 0 };
    }
    const named: NamedVersions[] = [];
    for (const one of namedByFilter(this.#knex, filter)) {
      named.push({ ...one, extent: await this.#extentOf(one.ids) });
    }
    const byMany = await this.#nameThoseBy(filter.createdBy, named);
    const starts = await this.#findStarts(filter);
    // From that which leaves the fewest.
    named.sort((a, b) => EXTENTS.indexOf(a.extent) - EXTENTS.indexOf(b.extent));
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
      await withoutCompiling(this.#knex, knex =>
        searchPageQuery(
          knex,
          { ...selection, start: startOfPage(selection) },
          limit,
        ),
      );
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
    const [first, ...others] = selection.named;
    if (first?.extent === 'many') {
      // Mostly a part of them is enough to know that there are too many.
      const part = first.ids.clone().limit(this.#limits.few).as('part');
      const ids = this.#knex.select('version_id').from(part);
      const start = { ...first, ids };
      const named = [start, ...others];
      if (
        (await this.#countFrom({ ...selection, named, start })) > COUNT_LIMIT
      ) {
        return undefined;
      }
    }
    // A walk would pass by all others, because a count has no end in sight.
    const start = first?.extent === 'many' ? undefined : first;
    const counted = await this.#countFrom({ ...selection, start });
    return counted > COUNT_LIMIT ? undefined : counted;
  }

  async #countFrom(selection: VersionSelection): Promise<number> {
    return await withoutCompiling(
      this.#knex,
      async knex =>
        await countUpTo(knex, searchIdsQuery(knex, selection), COUNT_LIMIT),
    );
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
    if (!(await this.#areFew(labelled))) {
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
    if (!(await this.#areFew(ids))) {
      return true;
    }
    named.push({ ids, isRange: false, extent: 'few' });
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
      ? { owned: await this.#extentOf(query, { few: 0 }) }
      : { subjectIds: found.map(({ id }) => id) };
  }

  async #areFew(ids: Knex.QueryBuilder): Promise<boolean> {
    const { few } = this.#limits;
    return (await countUpTo(this.#knex, ids.clone(), few)) <= few;
  }

  /** @param options - a subject may have very many versions: few are none. */
  async #extentOf(
    ids: Knex.QueryBuilder,
    options: Partial<ExtentLimits> = {},
  ): Promise<Extent> {
    const { few, some } = { ...this.#limits, ...options };
    const counted = await countUpTo(this.#knex, ids.clone(), some);
    if (counted <= few) {
      return 'few';
    }
    return counted <= some ? 'some' : 'many';
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
}

async function countUpTo(
  knex: Knex,
  query: Knex.QueryBuilder,
  limit: number,
): Promise<number> {
  const [{ count }] = await knex
    .from(query.limit(limit + 1).as('counted'))
    .count({ count: '*' });
  return Number(count);
}

/**
 * What a page starts from. Few are quickly looked up. Some are, too, but a walk
 * mostly meets enough of them sooner, unless it must meet what fits something
 * else as well: that may be far away.
 */
function startOfPage({
  filter,
  named: [first, ...others],
  subjectIds,
}: VersionSelection): NamedVersions | undefined {
  const { owners, source, variant, text, createdBy } = filter;
  const isNarrowed =
    others.length > 0 ||
    [owners, source, variant, text, createdBy].some(one => one !== undefined);
  return first?.extent === 'few' ||
    (first?.extent === 'some' && isNarrowed && !subjectIds)
    ? first
    : undefined;
}
