import { Knex } from 'knex';
import { inBatches } from '../database/inBatches';
import { escapeLike } from '../registry/versionQuery';
import {
  ModelFilter,
  ModelIndex,
  ModelIndexEntry,
  ModelPosition,
} from './ModelIndex';

/** Keeps the index in the plugin's database. */
export class DatabaseModelIndex implements ModelIndex {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabaseModelIndex(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async select(
    options: Parameters<ModelIndex['select']>[0],
  ): Promise<ModelPosition[]> {
    const { filter, sort, limit, after } = options;
    const column = `model_index.${sort.field}`;
    const order = sort.descending ? 'desc' : 'asc';
    const query = this.#filtered(filter)
      .select('model_index.ref', this.#knex.ref(column).as('value'))
      .orderBy([
        { column, order },
        { column: 'model_index.ref', order },
      ])
      .limit(limit);
    if (after) {
      query.whereRaw(
        `(??, model_index.ref) ${sort.descending ? '<' : '>'} (?, ?)`,
        [column, after.value, after.ref],
      );
    }
    return await query;
  }

  async findByMatchNames(
    names: readonly string[],
    limitEach: number,
  ): Promise<Pick<ModelIndexEntry, 'ref' | 'match_name'>[]> {
    const found: Pick<ModelIndexEntry, 'ref' | 'match_name'>[] = [];
    for (const batch of inBatches([...new Set(names)])) {
      const numbered = this.#knex('model_index')
        .whereIn('match_name', batch)
        .select(
          'ref',
          'match_name',
          // Those that somebody owns first: they are more likely meant.
          this.#knex.raw(
            `ROW_NUMBER() OVER (
              PARTITION BY match_name
              ORDER BY CASE WHEN owner = '' THEN 1 ELSE 0 END, LENGTH(ref), ref
            ) AS place`,
          ),
        )
        .as('numbered');
      found.push(
        ...(await this.#knex
          .select('ref', 'match_name')
          .from(numbered)
          .where('place', '<=', limitEach)
          .orderBy(['match_name', 'place'])),
      );
    }
    return found;
  }

  async count(filter: ModelFilter): Promise<number> {
    const [row] = await this.#filtered(filter).count({ count: '*' });
    return Number(row.count);
  }

  async findOwners(refs: readonly string[]): Promise<Map<string, string>> {
    const owners = new Map<string, string>();
    for (const batch of inBatches([...new Set(refs)])) {
      const rows: { ref: string; owner: string }[] = await this.#knex(
        'model_index',
      )
        .whereIn('ref', batch)
        .select('ref', 'owner');
      rows.forEach(({ ref, owner }) => owners.set(ref, owner));
    }
    return owners;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#knex('model_index').first('ref')) === undefined;
  }

  async readEtags(): Promise<Map<string, string>> {
    const rows: { ref: string; etag: string }[] = await this.#knex(
      'model_index',
    ).select('ref', 'etag');
    return new Map(rows.map(row => [row.ref, row.etag]));
  }

  async put(entries: readonly ModelIndexEntry[]): Promise<void> {
    for (const batch of inBatches(entries)) {
      await this.#knex<ModelIndexEntry>('model_index')
        .insert(batch)
        .onConflict('ref')
        .merge();
    }
  }

  async remove(refs: readonly string[]): Promise<void> {
    for (const batch of inBatches(refs)) {
      await this.#knex('model_index').whereIn('ref', batch).delete();
    }
  }

  #filtered(filter: ModelFilter): Knex.QueryBuilder {
    const query = this.#knex('model_index');
    if (filter.owners) {
      query.whereIn('model_index.owner', filter.owners);
    }
    for (const field of ['type', 'lifecycle', 'tier'] as const) {
      const value = filter[field];
      if (value !== undefined) {
        query.where(`model_index.${field}`, value);
      }
    }
    for (const word of filter.text?.toLowerCase().split(/\s+/) ?? []) {
      query.whereRaw(`model_index.text LIKE ? ESCAPE '!'`, [
        `%${escapeLike(word)}%`,
      ]);
    }
    if (filter.stage !== undefined) {
      // Assignments are our own: they are asked, not copied.
      query.whereIn(
        'model_index.ref',
        this.#knex('assignment')
          .join('subject', 'subject.id', '=', 'assignment.subject_id')
          .whereNull('assignment.until')
          .where('assignment.stage', filter.stage)
          .select('subject.ref'),
      );
    }
    return query;
  }
}
