import {
  LineageNodeName,
  NodesBySide,
} from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { Sql } from '../database/Sql';
import { nodeKeyOf } from '../nodes/nodeKey';
import { EnvironmentTable } from './EnvironmentTable';
import { EnvironmentIds, GraphStore } from './GraphStore';
import { IdentityTable } from './IdentityTable';
import { AskedNode } from './nodeIds';
import { readOwnership } from './readOwnership';
import { selectConnectedByEnvironment } from './sql/selectConnectedByEnvironment';
import { selectCounts } from './sql/selectCounts';
import { selectLastSeen } from './sql/selectLastSeen';
import { selectVersions } from './sql/selectVersions';
import { selectNames } from './sql/selectNames';
import { selectNeighbours } from './sql/selectNeighbours';
import { selectOwnership } from './sql/selectOwnership';
import { selectNodes } from './sql/selectNodes';
import { selectRoot } from './sql/selectRoot';
import { selectShownAs } from './sql/selectShownAs';
import { selectSteps } from './sql/selectSteps';
import { toNodeSummaries } from './toNodeSummaries';

/** The graph in the database: each question is one statement. */
export class DatabaseGraphStore implements GraphStore {
  readonly #environments: EnvironmentTable;
  readonly #identities: IdentityTable;
  readonly #sql: Sql;

  constructor(options: { knex: Knex }) {
    this.#sql = new Sql(options.knex);
    this.#environments = new EnvironmentTable({ sql: this.#sql });
    this.#identities = new IdentityTable({ sql: this.#sql });
  }

  async forOneAnswer() {
    return this;
  }

  async findEnvironments(name: string) {
    return await this.#environments.idsOf(name);
  }

  async findRoot(name: LineageNodeName) {
    return await selectRoot(this.#sql, keyOf(name));
  }

  async findStep(
    job: LineageNodeName,
    output: { namespace: string; name: string },
  ) {
    const [id, ...steps] = await selectSteps(this.#sql, {
      job: keyOf(job),
      output: keyOf({ kind: 'dataset', ...output }),
    });
    // An entity can be several jobs that make the same output.
    return id === undefined ? undefined : { id, steps };
  }

  async findShown(nodes: readonly AskedNode[]) {
    return await selectShownAs(
      this.#sql,
      nodes.map(node => ({
        key: keyOf(node),
        output: node.output ? keyOf({ kind: 'dataset', ...node.output }) : null,
      })),
    );
  }

  async neighbours(
    nodes: NodesBySide,
    options: { most: number; environments: EnvironmentIds },
  ) {
    return await selectNeighbours(this.#sql, nodes, options);
  }

  async count(nodes: NodesBySide, environments: EnvironmentIds) {
    return await selectCounts(this.#sql, nodes, environments);
  }

  async readByEnvironment(ids: readonly number[], most: number) {
    return await selectConnectedByEnvironment(this.#sql, ids, most);
  }

  async readEnvironmentNames(ids: Iterable<number>) {
    return await this.#environments.namesOf(ids);
  }

  async readIdentities(ids: readonly number[]) {
    return await this.#identities.read(ids);
  }

  async readNames(ids: readonly number[]) {
    return await selectNames(this.#sql, ids);
  }

  async readOwners(ids: readonly number[]) {
    const facets = await selectOwnership(this.#sql, ids);
    return new Map(
      Array.from(facets, ([id, body]) => [id, readOwnership(JSON.parse(body))]),
    );
  }

  async readNodes(ids: readonly number[]) {
    return toNodeSummaries(await selectNodes(this.#sql, ids));
  }

  async readLastSeen(
    edges: readonly { source: number; target: number }[],
    environments: EnvironmentIds,
  ) {
    return await selectLastSeen(this.#sql, edges, environments);
  }

  async readVersions(
    edges: readonly { source: number; target: number }[],
    environments: EnvironmentIds,
  ) {
    return await selectVersions(this.#sql, edges, environments);
  }
}

function keyOf(name: LineageNodeName): string {
  return name.kind === 'entity'
    ? nodeKeyOf('entity', '', name.entityRef)
    : nodeKeyOf(name.kind, name.namespace, name.name);
}
