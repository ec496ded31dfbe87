import { ApiRef, createApiRef } from '@backstage/core-plugin-api';
import {
  LineageDeadLetterPage,
  LineageDraft,
  LineageFields,
  LineageFindings,
  LineageGraph,
  LineageImpact,
  LineageImpactNotice,
  LineageNodeDetail,
  LineageOverview,
  LineagePath,
  LineageRunPage,
  LineageStatus,
  LineageUnmappedPage,
} from '@understudy/plugin-lineage-common';
import {
  LineageDeadLettersQuery,
  LineageFieldsQuery,
  LineageGraphQuery,
  LineageImpactQuery,
  LineageNotifyRequest,
  LineageOverviewQuery,
  LineagePathQuery,
  LineageUnmappedQuery,
  LineageUsingRunsQuery,
} from './types';

/**
 * Reads lineage. Implement it to bring the graph from elsewhere, and give it to
 * the app as {@link lineageApiRef}.
 *
 * @public
 */
export interface LineageApi {
  /** The neighbourhood of a node. */
  getGraph(query: LineageGraphQuery): Promise<LineageGraph>;
  /** Everything around a node, with less about each. */
  getOverview(query: LineageOverviewQuery): Promise<LineageOverview>;
  /** All that a change of a node reaches, and whose it is. */
  getImpact(query: LineageImpactQuery): Promise<LineageImpact>;
  /** The same as a CSV file, without a bound on the rows. */
  downloadImpactCsv(query: LineageImpactQuery): Promise<Blob>;
  /** All that is known about one node. */
  getNode(id: string): Promise<LineageNodeDetail>;
  /** Runs of a job, or those that wrote a dataset; newest first. */
  getRuns(
    node: string,
    options?: { limit?: number; cursor?: string },
  ): Promise<LineageRunPage>;
  /** What used a version of a dataset or model, and what came of it; newest first. */
  listUsingRuns(query: LineageUsingRunsQuery): Promise<LineageRunPage>;
  /** What fields of a dataset are made from, and what is made from them. */
  getFields(query: LineageFieldsQuery): Promise<LineageFields>;
  /** All shortest paths between two nodes. */
  findPath(query: LineagePathQuery): Promise<LineagePath>;
  /** Tells the owners of all that a change of a node touches. */
  notifyOwners(request: LineageNotifyRequest): Promise<LineageImpactNotice>;
  /** Connections of an entity on which the catalog and what was observed disagree. */
  getFindings(root: string): Promise<LineageFindings>;
  /** Datasets and jobs that were observed and belong to no entity. */
  listUnmapped(query: LineageUnmappedQuery): Promise<LineageUnmappedPage>;
  /** Catalog YAML for some of those, by node id. */
  draftUnmapped(ids: readonly string[]): Promise<LineageDraft>;
  /** How taking in events goes. */
  getStatus(): Promise<LineageStatus>;
  /** Events that could not be put into the graph, the first received first. */
  listDeadLetters(
    query: LineageDeadLettersQuery,
  ): Promise<LineageDeadLetterPage>;
  /** Has some of those tried again by id, or all of them; answers how many. */
  replayDeadLetters(ids?: readonly string[]): Promise<{ replayed: number }>;
}

/**
 * The API that reads lineage.
 *
 * @public
 */
export const lineageApiRef: ApiRef<LineageApi> = createApiRef<LineageApi>({
  id: 'plugin.lineage.service',
});
