import {
  LineageNodeName,
  NodesBySide,
} from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { Sql } from '../database/Sql';
import { nodeKeyOf } from '../nodes/nodeKey';
import { GraphStore } from './GraphStore';
import { selectCounts } from './sql/selectCounts';
import { selectIdentities } from './sql/selectIdentities';
import { selectLastSeen } from './sql/selectLastSeen';
import { selectNames } from './sql/selectNames';
import { selectNeighbours } from './sql/selectNeighbours';
import { selectNodes } from './sql/selectNodes';
import { selectRoot } from './sql/selectRoot';
import { toNodeSummaries } from './toNodeSummaries';

/** The graph in the database: each question is one statement. */
export class DatabaseGraphStore implements GraphStore {
  readonly #sql: Sql;

  constructor(options: { knex: Knex }) {
    this.#sql = new Sql(options.knex);
  }

  async findRoot(name: LineageNodeName) {
    return await selectRoot(
      this.#sql,
      name.kind === 'entity'
        ? nodeKeyOf('entity', '', name.entityRef)
        : nodeKeyOf(name.kind, name.namespace, name.name),
    );
  }

  async neighbours(nodes: NodesBySide, most: number) {
    return await selectNeighbours(this.#sql, nodes, most);
  }

  async count(nodes: NodesBySide) {
    return await selectCounts(this.#sql, nodes);
  }

  async readIdentities(ids: readonly number[]) {
    return await selectIdentities(this.#sql, ids);
  }

  async readNames(ids: readonly number[]) {
    return await selectNames(this.#sql, ids);
  }

  async readNodes(ids: readonly number[]) {
    return toNodeSummaries(await selectNodes(this.#sql, ids));
  }

  async readLastSeen(edges: readonly { source: number; target: number }[]) {
    return await selectLastSeen(this.#sql, edges);
  }
}
