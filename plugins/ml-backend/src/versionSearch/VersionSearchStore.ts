import { Knex } from 'knex';
import { withoutCompiling } from '../database/withoutCompiling';
import { absentModels } from '../models/absentModels';
import { VersionPosition } from '../registry/VersionStore';
import { FoundPosition, VersionSearchFilter } from './VersionSearchFilter';
import { countUpTo, SearchLimits, SearchPlanner } from './SearchPlanner';
import {
  NamedVersions,
  searchIdsQuery,
  searchPageQuery,
  VersionSelection,
} from './versionSearchQuery';

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
  readonly #planner: SearchPlanner;

  /** @param options - limits are for tests, which have few of everything. */
  static create(options: { knex: Knex; limits?: SearchLimits }) {
    return new VersionSearchStore(options.knex, options.limits);
  }

  private constructor(knex: Knex, limits: SearchLimits | undefined) {
    this.#knex = knex;
    this.#planner = new SearchPlanner({ knex, limits });
  }

  /** Finds out beforehand what makes the search quick, once for all its pages. */
  async open(filter: VersionSearchFilter): Promise<OpenSearch> {
    const selection = await this.#planner.plan(filter);
    if (!selection) {
      return { select: async () => [], count: async () => 0 };
    }
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
      const part = first.ids.clone().limit(this.#planner.limits.few).as('part');
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

  /** Adds up counters that the database keeps: see `version_count`. */
  async #countAll(
    kind: string,
    { includeDeleted }: { includeDeleted: boolean },
  ): Promise<number> {
    const counters = this.#knex('version_count')
      .join('subject', 'subject.id', '=', 'version_count.subject_id')
      .whereLike('subject.ref', `${kind}:%`);
    if (kind === 'model') {
      counters.whereNotIn('subject.id', absentModels(this.#knex));
    }
    const [{ total, deleted }] = await counters.sum({
      total: 'version_count.total',
      deleted: 'version_count.deleted',
    });
    return Number(total ?? 0) - (includeDeleted ? 0 : Number(deleted ?? 0));
  }
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
  owned,
}: VersionSelection): NamedVersions | undefined {
  const { source, variant, text, createdBy } = filter;
  const isNarrowed =
    others.length > 0 ||
    (owned !== undefined && !first?.isOfSubjects) ||
    [source, variant, text, createdBy].some(one => one !== undefined);
  return first?.extent === 'few' ||
    (first?.extent === 'some' && isNarrowed && !subjectIds)
    ? first
    : undefined;
}
