import {
  LineageNodeName,
  NodesBySide,
} from '@understudy/plugin-lineage-common';
import { EnvironmentIds, GraphStore } from './GraphStore';
import { AskedNode } from './nodeIds';

/**
 * A store that answers as another one does, to be changed in part. What a store need
 * not have is not passed on: it would not know of what is changed.
 */
export class ForwardingStore implements GraphStore {
  protected readonly store: GraphStore;

  constructor(store: GraphStore) {
    this.store = store;
  }

  async forOneAnswer(): Promise<GraphStore> {
    return this;
  }

  async neighbours(
    nodes: NodesBySide,
    options: { most: number; environments: EnvironmentIds },
  ) {
    return await this.store.neighbours(nodes, options);
  }

  async count(nodes: NodesBySide, environments: EnvironmentIds) {
    return await this.store.count(nodes, environments);
  }

  async readLastSeen(
    edges: readonly { source: number; target: number }[],
    environments: EnvironmentIds,
  ) {
    return await this.store.readLastSeen(edges, environments);
  }

  async readVersions(
    edges: readonly { source: number; target: number }[],
    environments: EnvironmentIds,
  ) {
    return await this.store.readVersions(edges, environments);
  }

  async findEnvironments(name: string) {
    return await this.store.findEnvironments(name);
  }

  async findRoot(name: LineageNodeName) {
    return await this.store.findRoot(name);
  }

  async findStep(
    job: LineageNodeName,
    output: { namespace: string; name: string },
  ) {
    return await this.store.findStep(job, output);
  }

  async findShown(nodes: readonly AskedNode[]) {
    return await this.store.findShown(nodes);
  }

  async readByEnvironment(ids: readonly number[], most: number) {
    return await this.store.readByEnvironment(ids, most);
  }

  async readEnvironmentNames(ids: Iterable<number>) {
    return await this.store.readEnvironmentNames(ids);
  }

  async readIdentities(ids: readonly number[]) {
    return await this.store.readIdentities(ids);
  }

  async readNames(ids: readonly number[]) {
    return await this.store.readNames(ids);
  }

  async readOwners(ids: readonly number[]) {
    return await this.store.readOwners(ids);
  }

  async readNodes(ids: readonly number[]) {
    return await this.store.readNodes(ids);
  }
}
