import { Knex } from 'knex';
import { changeGraph } from '../database/changeGraph';
import { Sql } from '../database/Sql';
import { NameRules } from '../names/NameRules';
import {
  ENTITY_NAME_COLUMNS,
  EntityNameRow,
  removeEntityNames,
  saveEntityNames,
} from './entityNameRows';
import { keysOfEntityName } from './keysOfEntityName';
import { NODE_KIND } from './nodeKinds';
import { applyNameRules, readRulesInForce } from './refold/applyNameRules';
import { finishRefold } from './refold/finishRefold';
import { refoldNames } from './refold/refoldNames';

/** A name under which an entity of the catalog appears in events. */
export interface EntityName {
  /** In full and in lower case. */
  entityRef: string;
  kind: 'dataset' | 'job';
  namespace: string;
  name: string;
  /** The name is a regular expression for the whole names of many datasets. */
  isPattern?: boolean;
  role?: string;
  environment?: string;
  region?: string;
}

/** Names written in one transaction: nothing else changes the graph meanwhile. */
const STEP = 500;

/**
 * Which entities of the catalog the datasets and jobs in events are. Changes
 * reach the graph at once, and only what they concern is looked at again.
 */
export class EntityNameStore {
  readonly #knex: Knex;
  readonly #rules: NameRules;

  constructor(options: { knex: Knex; rules: NameRules }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
  }

  /** Whether the graph goes by the rules of this backend; else names have to wait. */
  async isReady(): Promise<boolean> {
    const sql = new Sql(this.#knex);
    return (await readRulesInForce(sql, this.#rules)) === 'these';
  }

  /**
   * Replaces all names with those the catalog has now. Does nothing when they
   * are the same.
   *
   * @returns how many names were written or removed.
   */
  async replaceAll(names: Iterable<EntityName>): Promise<number> {
    const wanted = new Map<string, EntityNameRow>();
    for (const name of names) {
      if (!canBeInEvents(name)) {
        continue;
      }
      const row = toRow(name, this.#rules);
      // Of an entity that has a name twice, the first one holds.
      if (!wanted.has(keyOf(row))) {
        wanted.set(keyOf(row), row);
      }
    }
    const removed: EntityNameRow[] = [];
    for (const row of await this.#load()) {
      const now = wanted.get(keyOf(row));
      if (!now) {
        removed.push(row);
      } else if (isSame(row, now)) {
        wanted.delete(keyOf(row));
      } else if (isPattern(row) !== isPattern(now)) {
        removed.push(row);
      }
    }
    const written = [...wanted.values()];
    if ([...removed, ...written].some(isPattern)) {
      // What they match can only be found by looking at all names.
      await this.#writePatterns(removed, written);
      return removed.length + written.length;
    }
    // What belongs to one name is changed at once: by its key.
    const keys = new Set([...removed, ...written].map(row => row.node_key));
    const all = [...keys];
    for (let start = 0; start < all.length; start += STEP) {
      const step = new Set(all.slice(start, start + STEP));
      await this.#write(
        removed.filter(row => step.has(row.node_key)),
        written.filter(row => step.has(row.node_key)),
        [...step],
      );
    }
    return removed.length + written.length;
  }

  async #load(): Promise<EntityNameRow[]> {
    return await new Sql(this.#knex).select<EntityNameRow>(
      `select ${ENTITY_NAME_COLUMNS} from entity_name`,
    );
  }

  async #write(
    removed: readonly EntityNameRow[],
    written: readonly EntityNameRow[],
    keys: readonly string[],
  ): Promise<void> {
    await changeGraph(this.#knex, { wait: true }, async sql => {
      await removeEntityNames(sql, removed);
      await saveEntityNames(sql, written);
      const rows = JSON.stringify(keys.map(key => ({ key })));
      const from = sql.rowsOf('r', { key: 'text' });
      const nodes = await sql.select<{ id: number }>(
        `select n.id from ${from} cross join node as n where n.key = r.key
         union
         select n.id from ${from} cross join node as n where n.alias_key = r.key`,
        rows,
        rows,
      );
      // A name that an entity has exactly folds into no other one.
      const moved = await refoldNames(
        sql,
        nodes.map(({ id }) => id),
        this.#rules,
      );
      await finishRefold(sql, moved);
    });
  }

  async #writePatterns(
    removed: readonly EntityNameRow[],
    written: readonly EntityNameRow[],
  ): Promise<void> {
    await changeGraph(this.#knex, { wait: true }, async sql => {
      await removeEntityNames(sql, removed);
      await saveEntityNames(sql, written);
      await sql.run('update drain set names_digest = null where id = 1');
    });
    await applyNameRules(this.#knex, this.#rules);
  }
}

function isPattern(row: EntityNameRow): boolean {
  return row.pattern_namespace_key !== null;
}

/** Events with control characters in names are refused, so nothing has such a name. */
function canBeInEvents({ namespace, name }: EntityName): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(namespace + name);
}

function cut(text: string | undefined, length: number): string | null {
  return text?.replaceAll('\0', '').slice(0, length) ?? null;
}

function toRow(name: EntityName, rules: NameRules): EntityNameRow {
  const { kind, namespace, name: text, isPattern: pattern = false } = name;
  return {
    ...keysOfEntityName(
      { kind, namespace, name: text, isPattern: pattern },
      rules,
    ),
    entity_ref: name.entityRef,
    node_kind: NODE_KIND[name.kind],
    namespace: name.namespace,
    name: name.name,
    role: cut(name.role, 32),
    environment: cut(name.environment, 64),
    region: cut(name.region, 64),
  };
}

function keyOf({ node_key, entity_ref }: EntityNameRow): string {
  return `${node_key} ${entity_ref}`;
}

/** Of the same key and entity. */
function isSame(a: EntityNameRow, b: EntityNameRow): boolean {
  return (
    a.namespace === b.namespace &&
    a.name === b.name &&
    a.pattern_namespace_key === b.pattern_namespace_key &&
    a.role === b.role &&
    a.environment === b.environment &&
    a.region === b.region
  );
}
