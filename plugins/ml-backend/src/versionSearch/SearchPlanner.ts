import { Knex } from 'knex';
import { listedIds } from '../database/listedIds';
import { absentModels } from '../models/absentModels';
import { namedByFilter, ownedSubjects, versionsBy } from './namedVersions';
import { subjectsStarting, TextStarts, versionsLabelled } from './textStarts';
import { VersionSearchFilter } from './VersionSearchFilter';
import { NamedVersions, VersionSelection } from './versionSearchQuery';
import { Extent } from './whereAmong';

/** Up to how many a search is carried out in which way. */
export interface SearchLimits {
  /** So many versions are looked up one by one. */
  few: number;
  /** So many ids surely fit the memory that a set is given. */
  some: number;
  /** The versions of so many subjects are walked one subject at a time. */
  walked: number;
  /** So many subjects are found out once, and not for each part of a search. */
  listed: number;
}

const LIMITS: SearchLimits = {
  few: 3000,
  some: 20_000,
  walked: 100,
  listed: 5000,
};
const EXTENTS: readonly Extent[] = ['few', 'some', 'many'];

/**
 * Finds out beforehand what makes a search quick. What a database expects of
 * several conditions together is far from the truth, so each is asked how much
 * it names, up to a limit.
 */
export class SearchPlanner {
  readonly limits: SearchLimits;
  readonly #knex: Knex;

  /** @param options - limits are for tests, which have few of everything. */
  constructor(options: { knex: Knex; limits?: SearchLimits }) {
    this.#knex = options.knex;
    this.limits = options.limits ?? LIMITS;
  }

  /** Undefined when nothing can be found. */
  async plan(
    filter: VersionSearchFilter,
  ): Promise<VersionSelection | undefined> {
    const subjects = await this.#findSubjects(filter);
    if (subjects.subjectIds?.length === 0) {
      return undefined;
    }
    const { subjectIds, owned } = subjects;
    const [named, starts, byPerson] = await Promise.all([
      Promise.all(
        namedByFilter(
          this.#knex,
          filter,
          subjectIds ? listedIds(this.#knex, subjectIds) : owned?.ids,
        ).map(async one => ({ ...one, extent: await this.#extentOf(one.ids) })),
      ),
      this.#findStarts(filter),
      this.#nameThoseBy(filter.createdBy),
    ]);
    if (byPerson) {
      named.push(byPerson);
    }
    // From that which leaves the fewest.
    named.sort((a, b) => EXTENTS.indexOf(a.extent) - EXTENTS.indexOf(b.extent));
    const byMany = filter.createdBy !== undefined && !byPerson;
    return { filter, ...subjects, named, starts, byMany };
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
    const named = subjectsStarting(this.#knex, { text, kind });
    if (kind === 'model') {
      named.whereNotIn('subject.id', absentModels(this.#knex));
    }
    const { walked } = this.limits;
    const subjects: { id: string }[] = await named.limit(walked + 1);
    return subjects.length > walked
      ? undefined
      : { labelled, subjectIds: subjects.map(({ id }) => id) };
  }

  /** The versions of a person, unless that has made very many. */
  async #nameThoseBy(
    person: string | undefined,
  ): Promise<NamedVersions | undefined> {
    const ids =
      person === undefined ? undefined : versionsBy(this.#knex, person);
    return ids && (await this.#areFew(ids))
      ? { ids, isRange: false, isOfSubjects: false, extent: 'few' }
      : undefined;
  }

  /** What the versions are of, unless it is anything, or too much to name. */
  async #findSubjects({
    kind,
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
      : this.#knex('subject').select('subject.id');
    if (models) {
      query.whereIn('subject.ref', models);
    }
    if (kind === 'model') {
      query.whereNotIn('subject.id', absentModels(this.#knex));
    }
    const { listed, walked } = this.limits;
    const found: { id: string }[] = await query.clone().limit(listed + 1);
    if (found.length > listed) {
      const extent = await this.#extentOf(query, { few: 0 });
      return { owned: { ids: query, extent } };
    }
    const subjectIds = found.map(({ id }) => id);
    return found.length > walked
      ? // Of each there may be very many versions: few subjects are not few.
        { owned: { ids: listedIds(this.#knex, subjectIds), extent: 'some' } }
      : { subjectIds };
  }

  async #areFew(ids: Knex.QueryBuilder): Promise<boolean> {
    const { few } = this.limits;
    return (await countUpTo(this.#knex, ids.clone(), few)) <= few;
  }

  async #extentOf(
    ids: Knex.QueryBuilder,
    options: Partial<SearchLimits> = {},
  ): Promise<Extent> {
    const { few, some } = { ...this.limits, ...options };
    const counted = await countUpTo(this.#knex, ids.clone(), some);
    if (counted <= few) {
      return 'few';
    }
    return counted <= some ? 'some' : 'many';
  }
}

/** How many rows a query has, up to one more than a limit. */
export async function countUpTo(
  knex: Knex,
  query: Knex.QueryBuilder,
  limit: number,
): Promise<number> {
  const [{ count }] = await knex
    .from(query.limit(limit + 1).as('counted'))
    .count({ count: '*' });
  return Number(count);
}
