import {
  GraphNeighbour,
  GraphNeighbours,
  LineageSide,
  NodesBySide,
} from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { Sql } from '../database/Sql';
import { bindIds, withWanted } from '../graph/sql/idList';
import { shownOf, withAsked } from './askedColumns';
import { selectWithin } from './selectWithin';
import { columnKeyOf } from './writeColumns';

/** Of all answers to one question. */
const MOST_ROWS = 100_000;
/** Of the kind of a connection: the value is passed on, it decides something. */
const [DIRECT, INDIRECT] = [1, 2];

/** A field that another one is connected with. */
export interface ColumnNeighbour extends GraphNeighbour {
  /** As it is stored; `origin` has its first two bits. */
  kind: number;
}

/** As in `GraphNeighbours`. */
export interface ColumnNeighbours extends GraphNeighbours {
  list: ColumnNeighbour[];
}

/** A field as it is shown: of a node that may have several names. */
export interface ShownColumn {
  id: number;
  /** The node that is shown. */
  node: number;
  /** Empty: the dataset as a whole. */
  name: string;
}

const sides: LineageSide[] = ['upstream', 'downstream'];

/** Of a node, or of one that is shown as it: fields of one name are one field. */
const sameField = (node: string, key: string) => `
  select s.id from dataset_column as s where s.node_id = ${node} and s.key = ${key}
  union all
  select s.id from node as m
  join dataset_column as s on s.node_id = m.id and s.key = ${key}
  where m.canonical_id = ${node} and m.root_id is null`;

/** Which of the fields that are one stands for all of them. */
const firstOf = (column: string, node: string) =>
  `(select min(id) from (${sameField(shownOf(node), `${column}.key`)}) as same)`;

/** What a walk over fields starts from. */
export interface StartColumns {
  starts: number[];
  /** The dataset as a whole, where that is none of the starts and something is known of it. */
  whole?: number;
}

/** Reads connections between fields. It knows nothing of who may see what. */
export class ColumnStore {
  readonly #sql: Sql;

  constructor(options: { knex: Knex }) {
    this.#sql = new Sql(options.knex);
  }

  /**
   * Fields of a node of which something is known, at most so many; of one name at
   * most one. Of all fields the dataset as a whole is one.
   */
  async findColumns(
    node: number,
    options: { field?: string; most: number },
  ): Promise<StartColumns> {
    const { field, most } = options;
    const rows = await this.#sql.select<{ id: number; name: string }>(
      `select min(c.id) as id, c.name from (
         select ${node} as id
         union all
         select id from node where canonical_id = ${node} and root_id is null
       ) as m
       join dataset_column as c on c.node_id = m.id
       ${field === undefined ? '' : 'where c.key in (?, ?)'}
       group by c.key, c.name
       order by c.name limit ?`,
      ...(field === undefined ? [] : [columnKeyOf(field), columnKeyOf('')]),
      field === undefined ? most : 2,
    );
    if (field === undefined) {
      return { starts: rows.map(({ id }) => id) };
    }
    return {
      starts: rows.flatMap(({ id, name }) => (name === field ? [id] : [])),
      whole: rows.find(({ name }) => name === '')?.id,
    };
  }

  /** As in `GraphSource`. */
  async neighbours(
    columns: NodesBySide,
    most: number,
  ): Promise<Record<LineageSide, Map<number, ColumnNeighbours>>> {
    const found = {
      upstream: new Map<number, ColumnNeighbours>(),
      downstream: new Map<number, ColumnNeighbours>(),
    };
    for (const side of sides) {
      if (columns[side].length > 0) {
        found[side] = await this.#neighboursOf(side, columns[side], most);
      }
    }
    return found;
  }

  /** What fields are, by id. */
  async readColumns(ids: readonly number[]): Promise<Map<number, ShownColumn>> {
    const rows = await this.#sql.select<ShownColumn>(
      `${withWanted(this.#sql)}
       select c.id, ${shownOf('n')} as node, c.name
       from wanted as w
       join dataset_column as c on c.id = w.id
       join node as n on n.id = c.node_id`,
      bindIds(this.#sql, ids),
    );
    return new Map(rows.map(row => [row.id, row]));
  }

  /** Whether facets say more about the fields of some nodes than is kept. */
  async isCut(nodes: readonly number[]): Promise<boolean> {
    const rows = await this.#sql.select(
      `${withWanted(this.#sql)}, same as (
         select id from wanted
         union all
         select m.id from wanted as w
         join node as m on m.canonical_id = w.id and m.root_id is null
       )
       select 1 as found from same as s
       where exists (select 1 from column_cut as c where c.node_id = s.id)
       limit 1`,
      bindIds(this.#sql, nodes),
    );
    return rows.length > 0;
  }

  async #neighboursOf(
    side: LineageSide,
    ids: readonly number[],
    most: number,
  ): Promise<Map<number, ColumnNeighbours>> {
    const [near, far] = side === 'downstream' ? ['src', 'dst'] : ['dst', 'src'];
    const rows = await this.#sql.select<{
      id: number;
      other: number;
      kind: number;
    }>(
      `${withAsked(this.#sql)}, own as (
         select a.id, s.id as column_id from asked as a
         join dataset_column as s on s.node_id = a.node and s.key = a.key
         union
         select a.id, s.id as column_id from asked as a
         join node as m on m.canonical_id = a.node and m.root_id is null
         join dataset_column as s on s.node_id = m.id and s.key = a.key
       )
       select o.id, ${firstOf('f', 'p')} as other, e.kind
       from own as o
       join column_edge as e on e.${near} = o.column_id
       join dataset_column as f on f.id = e.${far}
       join node as p on p.id = f.node_id
       limit ${MOST_ROWS}`,
      bindIds(this.#sql, ids),
    );
    const parts = await selectWithin(this.#sql, ids, {
      side,
      most: MOST_ROWS,
    });
    const links = new Map<number, Map<number, ColumnNeighbour>>();
    const add = (id: number, other: number, kind: number, within?: true) => {
      const known = links.get(id) ?? new Map<number, ColumnNeighbour>();
      const bits = (known.get(other)?.kind ?? 0) | kind;
      known.set(other, {
        id: other,
        kind: bits,
        origin: bits & (DIRECT | INDIRECT),
        ...(within && { within }),
      });
      links.set(id, known);
    };
    parts.forEach(({ id, other }) => add(id, other, INDIRECT, true));
    for (const { id, other, kind } of rows) {
      if (other !== id) {
        add(id, other, kind);
      }
    }
    const cut = [rows, parts].some(({ length }) => length === MOST_ROWS);
    return new Map(
      Array.from(links, ([id, others]) => {
        const list = [...others.values()].sort((a, b) => a.id - b.id);
        return [
          id,
          { list: list.slice(0, most), more: cut || list.length > most },
        ];
      }),
    );
  }
}
