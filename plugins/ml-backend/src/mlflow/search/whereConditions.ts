import { Knex } from 'knex';
import { FilterCondition, TextComparator } from './parseFilter';

/** MLflow marks prompts by this tag and lets models go without it. */
const IS_PROMPT = 'mlflow.prompt.is_prompt';

/** Where a search finds what conditions speak of. */
export interface SearchColumns {
  /** SQL of the columns, by the name of the attribute. */
  attributes: Record<string, string>;
  /** Column of what has tags, and the table that holds them. */
  tags: {
    id: string;
    table: string;
    foreignKey: string;
    /** Narrows the table first, where that is known to be enough. */
    within?: { column: string; values: readonly string[] };
  };
}

/** Where the tags of records are. */
export const recordTags: SearchColumns['tags'] = {
  id: 'registry_record.id',
  table: 'portal_record_tag',
  foreignKey: 'record_id',
};

/** Whether a condition on versions is one on the record they belong to. */
export function isAboutRecord({ on, key }: FilterCondition): boolean {
  return on === 'tag' ? key === IS_PROMPT : key === 'name';
}

/**
 * Narrows a query by conditions. Everything that comes from outside is a bound
 * value; columns come from here.
 */
export function whereConditions(
  knex: Knex,
  query: Knex.QueryBuilder,
  conditions: readonly FilterCondition[],
  columns: SearchColumns,
): void {
  for (const condition of conditions) {
    if (condition.on !== 'tag') {
      const column = columns.attributes[condition.key];
      if (condition.on === 'text') {
        whereText(knex, query, column, condition);
      } else if (condition.on === 'list') {
        query.whereRaw(
          `${column} ${condition.comparator} (${condition.value.map(() => '?').join(', ')})`,
          condition.value,
        );
      } else {
        query.whereRaw(`${column} ${condition.comparator} ?`, [
          condition.value,
        ]);
      }
    } else if (condition.key === IS_PROMPT) {
      const prompts =
        (condition.comparator === '!=') !== (condition.value === 'true');
      query.where('registry_record.kind', prompts ? 'prompt' : 'model');
    } else {
      const { id, table, foreignKey, within } = columns.tags;
      const tagged = knex(table)
        .select(foreignKey)
        .where(`${table}.key`, condition.key);
      if (within) {
        tagged.whereIn(within.column, [...within.values]);
      }
      whereText(knex, tagged, `${table}.value`, condition);
      query.whereIn(id, tagged);
    }
  }
}

function whereText(
  knex: Knex,
  query: Knex.QueryBuilder,
  column: string,
  condition: { comparator: TextComparator; value: string },
): void {
  const { comparator, value } = condition;
  const isPostgres = knex.client.config.client === 'pg';
  switch (comparator) {
    case 'ILIKE':
      // MLflow knows no escape; PostgreSQL would take a backslash for one.
      query.whereRaw(
        `LOWER(${column}) LIKE LOWER(?)${isPostgres ? ` ESCAPE ''` : ''}`,
        [value],
      );
      break;
    case 'LIKE':
      // LIKE does not tell cases apart on SQLite; GLOB does.
      query.whereRaw(
        isPostgres ? `${column} LIKE ? ESCAPE ''` : `${column} GLOB ?`,
        [isPostgres ? value : toGlob(value)],
      );
      break;
    default:
      query.whereRaw(`${column} ${comparator} ?`, [value]);
  }
}

function toGlob(pattern: string): string {
  return pattern
    .replace(/[[*?]/g, character => `[${character}]`)
    .replaceAll('%', '*')
    .replaceAll('_', '?');
}
