import { Knex } from 'knex';
import { changeGraph } from '../database/changeGraph';
import { Sql } from '../database/Sql';
import { canonicalizeNodes } from './canonicalizeNodes';
import { nodeKeyOf } from './nodeKey';
import { NODE_KIND } from './nodeKinds';
import { writeEdges } from './writeEdges';

/** A name under which an entity of the catalog appears in events. */
export interface EntityName {
  /** In full and in lower case. */
  entityRef: string;
  kind: 'dataset' | 'job';
  namespace: string;
  name: string;
  role?: string;
  environment?: string;
  region?: string;
}

interface NameRow {
  node_key: string;
  entity_ref: string;
  node_kind: number;
  namespace: string;
  name: string;
  role: string | null;
  environment: string | null;
  region: string | null;
}

/** Names written in one transaction: nothing else changes the graph meanwhile. */
const STEP = 500;

/**
 * Which entities of the catalog the datasets and jobs in events are. Changes
 * reach the graph at once, and only what they concern is looked at again.
 */
export class EntityNameStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Replaces all names with those the catalog has now. Does nothing when they
   * are the same.
   *
   * @returns how many names were written or removed.
   */
  async replaceAll(names: Iterable<EntityName>): Promise<number> {
    const wanted = new Map<string, NameRow>();
    for (const name of names) {
      if (!canBeInEvents(name)) {
        continue;
      }
      const row = toRow(name);
      // Of an entity that has a name twice, the first one holds.
      if (!wanted.has(keyOf(row))) {
        wanted.set(keyOf(row), row);
      }
    }
    const removed: NameRow[] = [];
    for (const row of await this.#load()) {
      const now = wanted.get(keyOf(row));
      if (!now) {
        removed.push(row);
      } else if (isSame(row, now)) {
        wanted.delete(keyOf(row));
      }
    }
    const written = [...wanted.values()];
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

  async #load(): Promise<NameRow[]> {
    return await new Sql(this.#knex).select<NameRow>(
      'select node_key, entity_ref, node_kind, namespace, name, role, environment, region from entity_name',
    );
  }

  async #write(
    removed: readonly NameRow[],
    written: readonly NameRow[],
    keys: readonly string[],
  ): Promise<void> {
    await changeGraph(this.#knex, { wait: true }, async sql => {
      await remove(sql, removed);
      await save(sql, written);
      const nodes = await sql.select<{ id: number }>(
        `select n.id from ${sql.rowsOf('r', { key: 'text' })}
         cross join node as n where n.key = r.key`,
        JSON.stringify(keys.map(key => ({ key }))),
      );
      const { pairs } = await canonicalizeNodes(
        sql,
        nodes.map(({ id }) => id),
      );
      await writeEdges(sql, pairs);
    });
  }
}

/** Events with control characters in names are refused, so nothing has such a name. */
function canBeInEvents({ namespace, name }: EntityName): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(namespace + name);
}

function cut(text: string | undefined, length: number): string | null {
  return text?.replaceAll('\0', '').slice(0, length) ?? null;
}

function toRow(name: EntityName): NameRow {
  return {
    node_key: nodeKeyOf(name.kind, name.namespace, name.name),
    entity_ref: name.entityRef,
    node_kind: NODE_KIND[name.kind],
    namespace: name.namespace,
    name: name.name,
    role: cut(name.role, 32),
    environment: cut(name.environment, 64),
    region: cut(name.region, 64),
  };
}

function keyOf({ node_key, entity_ref }: NameRow): string {
  return `${node_key} ${entity_ref}`;
}

/** Kind, namespace and name are what the key is made of. */
function isSame(a: NameRow, b: NameRow): boolean {
  return (
    a.role === b.role &&
    a.environment === b.environment &&
    a.region === b.region
  );
}

async function remove(sql: Sql, rows: readonly NameRow[]): Promise<void> {
  if (rows.length > 0) {
    await sql.run(
      `delete from entity_name where (node_key, entity_ref) in (
         select r.node_key, r.entity_ref
         from ${sql.rowsOf('r', { node_key: 'text', entity_ref: 'text' })}
       )`,
      JSON.stringify(
        rows.map(({ node_key, entity_ref }) => ({ node_key, entity_ref })),
      ),
    );
  }
}

async function save(sql: Sql, rows: readonly NameRow[]): Promise<void> {
  if (rows.length > 0) {
    await sql.run(
      `insert into entity_name (node_key, entity_ref, node_kind, namespace, name, role, environment, region)
       select r.node_key, r.entity_ref, r.node_kind, r.namespace, r.name, r.role, r.environment, r.region
       from ${sql.rowsOf('r', {
         node_key: 'text',
         entity_ref: 'text',
         node_kind: 'int',
         namespace: 'text',
         name: 'text',
         role: 'text',
         environment: 'text',
         region: 'text',
       })}
       where true
       on conflict (node_key, entity_ref) do update set
         role = excluded.role, environment = excluded.environment, region = excluded.region`,
      JSON.stringify(rows),
    );
  }
}
