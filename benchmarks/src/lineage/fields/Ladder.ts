import { Knex } from 'knex';
import { nodeKeyOf } from '../../../../plugins/lineage-backend/src/nodes/nodeKey';
import { NODE_KIND } from '../../../../plugins/lineage-backend/src/nodes/nodeKinds';
import { columnKeyOf } from '../../../../plugins/lineage-backend/src/columns/writeColumns';
import { bulkInsert, Row } from '../../databases/bulkInsert';
import { settle } from '../../databases/settle';
import { WAREHOUSE } from '../reads/datasetEntities';

const FIELDS = ['amount', 'total'];
const PRODUCTION = 1;
const DIRECT = 1;
const SEEN = '2026-11-01T06:00:00.000000000Z';

/**
 * Datasets of two fields, each made from the one before: both of its fields from
 * both fields there. From one field at the end, k rungs back, 2^k ways lead to
 * the first dataset, through 2k fields.
 */
export class Ladder {
  readonly rungs: number;
  /** The node of the first dataset. */
  readonly #first: number;

  /** @param first - the id of the first of its rows; it needs twice as many as it has datasets */
  constructor(options: { rungs: number; first: number }) {
    this.rungs = options.rungs;
    this.#first = options.first;
  }

  /** The first id that another ladder can have. */
  get end(): number {
    return this.#first + 2 * (this.rungs + 1);
  }

  /** How the last dataset is called. */
  get last(): { namespace: string; name: string } {
    return this.#dataset(this.rungs);
  }

  /** A field of the last dataset. */
  get field(): string {
    return FIELDS[0];
  }

  /** The id of that field. */
  get fieldId(): number {
    return this.#columnId(this.rungs, 0);
  }

  /** All connections that are followed from that field, as ids of fields. */
  *connections(): Generator<{ src: number; dst: number }> {
    for (const { src, dst } of this.#allConnections()) {
      if (dst <= this.fieldId) {
        yield { src, dst };
      }
    }
  }

  /** What a field is called: the dataset, and its name there. */
  nameOf(column: number): { dataset: string; field: string } {
    const index = column - this.#first;
    return {
      dataset: this.#dataset(Math.floor(index / 2)).name,
      field: FIELDS[index % 2],
    };
  }

  async insert(knex: Knex): Promise<void> {
    await bulkInsert(knex, 'node', this.#nodeRows());
    await bulkInsert(knex, 'dataset_column', this.#columnRows());
    await bulkInsert(knex, 'column_edge', this.#edgeRows());
    await settle(knex);
  }

  #dataset(rung: number): { namespace: string; name: string } {
    return {
      namespace: WAREHOUSE,
      name: `ladder_${this.rungs}.rung_${String(rung).padStart(5, '0')}`,
    };
  }

  #nodeId(rung: number): number {
    return this.#first + rung;
  }

  #columnId(rung: number, field: number): number {
    return this.#first + 2 * rung + field;
  }

  *#allConnections(): Generator<{ src: number; dst: number }> {
    for (let rung = 1; rung <= this.rungs; rung += 1) {
      for (let to = 0; to < FIELDS.length; to += 1) {
        for (let from = 0; from < FIELDS.length; from += 1) {
          yield {
            src: this.#columnId(rung - 1, from),
            dst: this.#columnId(rung, to),
          };
        }
      }
    }
  }

  *#nodeRows(): Generator<Row> {
    for (let rung = 0; rung <= this.rungs; rung += 1) {
      const { namespace, name } = this.#dataset(rung);
      yield {
        id: this.#nodeId(rung),
        kind: NODE_KIND.dataset,
        key: nodeKeyOf('dataset', namespace, name),
        namespace,
        name,
        environment_id: PRODUCTION,
        first_seen: SEEN,
        last_seen: SEEN,
      };
    }
  }

  *#columnRows(): Generator<Row> {
    for (let rung = 0; rung <= this.rungs; rung += 1) {
      for (const [field, name] of FIELDS.entries()) {
        yield {
          id: this.#columnId(rung, field),
          node_id: this.#nodeId(rung),
          key: columnKeyOf(name),
          name,
        };
      }
    }
  }

  *#edgeRows(): Generator<Row> {
    for (const { src, dst } of this.#allConnections()) {
      const rung = Math.floor((dst - this.#first) / 2);
      yield { claimant_id: this.#nodeId(rung), src, dst, kind: DIRECT };
    }
  }
}
