import { Knex } from 'knex';
import { Sql } from '../database/Sql';
import { EnvironmentIds } from '../graph/GraphStore';
import { SchemaHead, selectSchemaHeads } from './sql/selectSchemaHeads';

/** A place in the order in which entities changed. */
export interface SchemaPlace {
  epoch: number;
  node: number;
}

/** Entities in the order in which they changed. */
export interface ChangedEntities {
  /** Where it was read from. */
  from: SchemaPlace;
  places: SchemaPlace[];
}

const START: SchemaPlace = { epoch: 0, node: 0 };

/** Reads observed schemas. It knows nothing of who may see what. */
export class SchemaStore {
  readonly #sql: Sql;

  constructor(options: { knex: Knex }) {
    this.#sql = new Sql(options.knex);
  }

  /**
   * Entities whose schemas changed after a place, in that order. A place that
   * was never reached is one of another database: then all of them.
   */
  async listChanged(
    after: SchemaPlace | undefined,
    most: number,
  ): Promise<ChangedEntities> {
    const [{ epoch }] = await this.#sql.select<{ epoch: number | string }>(
      'select schema_epoch as epoch from drain where id = 1',
    );
    const from = after && after.epoch <= Number(epoch) ? after : START;
    const rows = await this.#sql.select<{
      epoch: number | string;
      node: number;
    }>(
      `select epoch, node_id as node from schema_change
       where (epoch, node_id) > (?, ?) order by epoch, node_id limit ?`,
      from.epoch,
      from.node,
      most,
    );
    return {
      from,
      places: rows.map(row => ({ epoch: Number(row.epoch), node: row.node })),
    };
  }

  /** What is known of the schemas of nodes, the one observed last first. */
  async readHeads(
    nodes: readonly number[],
    environments: EnvironmentIds,
  ): Promise<Map<number, SchemaHead[]>> {
    return await selectSchemaHeads(this.#sql, nodes, environments);
  }

  /** Facets by digest, parsed. */
  async readFacets(digests: readonly string[]): Promise<Map<string, unknown>> {
    const rows = await this.#sql.select<{ hash: string; body: string }>(
      `select c.hash, c.body from ${this.#sql.rowsOf('r', { hash: 'text' })}
       cross join facet_content as c where c.hash = r.hash`,
      JSON.stringify(Array.from(new Set(digests), hash => ({ hash }))),
    );
    return new Map(rows.map(({ hash, body }) => [hash, JSON.parse(body)]));
  }
}
