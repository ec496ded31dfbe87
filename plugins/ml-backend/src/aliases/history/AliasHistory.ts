import { AliasChange } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { NamedAliasChangeRow, toAliasChange } from './aliasChangeRows';

/** Reads what became of the aliases of models. */
export class AliasHistory {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Changes of the aliases of a model, newest first. */
  async list(options: {
    subjectId: string;
    alias?: string;
    limit: number;
    before?: string;
  }): Promise<{ items: AliasChange[]; nextCursor?: string }> {
    const { subjectId, alias, limit, before } = options;
    const query = this.#knex('alias_change')
      .join('registry_record', 'registry_record.id', 'alias_change.record_id')
      .leftJoin(
        { from_version: 'version' },
        'from_version.id',
        'alias_change.from_version_id',
      )
      .leftJoin(
        { to_version: 'version' },
        'to_version.id',
        'alias_change.to_version_id',
      )
      .leftJoin('promotion', 'promotion.id', 'alias_change.promotion_id')
      .where('alias_change.subject_id', subjectId)
      .orderBy('alias_change.id', 'desc')
      .limit(limit + 1)
      .select(
        'alias_change.*',
        'registry_record.server',
        'registry_record.name as record',
        'from_version.label as from_label',
        'to_version.label as to_label',
        'promotion.requested_by',
      );
    if (alias !== undefined) {
      query.where('alias_change.alias', alias);
    }
    if (before !== undefined) {
      query.where('alias_change.id', '<', before);
    }
    const rows: NamedAliasChangeRow[] = await query;
    const items = rows.slice(0, limit).map(toAliasChange);
    return {
      items,
      ...(rows.length > limit ? { nextCursor: items.at(-1)?.id } : {}),
    };
  }
}
