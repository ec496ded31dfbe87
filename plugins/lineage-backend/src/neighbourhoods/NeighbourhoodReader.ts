import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  LineageNeighbourhood,
  LineageNeighbourhoods,
  LineageNodeName,
} from '@understudy/plugin-lineage-common';
import { LineageAccess } from '../access/LineageAccess';
import { ColumnQuery, ColumnReader } from '../columns/ColumnReader';
import { AuthorizedLineageReader } from '../graph/AuthorizedLineageReader';
import { GraphQuery, ImpactQuery } from '../graph/LineageReader';
import { ImpactService } from '../impact/ImpactService';

/** What is wanted of each of some nodes. */
export interface NeighbourhoodQuery {
  roots: { id: string; name: LineageNodeName }[];
  graph?: Omit<GraphQuery, 'root'>;
  impact?: { query: Omit<ImpactQuery, 'root'>; limit: number };
  fields?: Omit<ColumnQuery, 'root'>;
}

/**
 * Answers one question about many nodes, each as if it had been asked alone and
 * as far as the caller may see. One that is unknown does not lose the others.
 */
export class NeighbourhoodReader {
  readonly #access: LineageAccess;
  readonly #columns: ColumnReader;
  readonly #impact: ImpactService;
  readonly #lineage: AuthorizedLineageReader;

  constructor(options: {
    access: LineageAccess;
    columns: ColumnReader;
    impact: ImpactService;
    lineage: AuthorizedLineageReader;
  }) {
    this.#access = options.access;
    this.#columns = options.columns;
    this.#impact = options.impact;
    this.#lineage = options.lineage;
  }

  async read(
    query: NeighbourhoodQuery,
    options: { credentials: BackstageCredentials },
  ): Promise<LineageNeighbourhoods> {
    const items: LineageNeighbourhood[] = [];
    // One after the other: together they would be ten callers.
    for (const root of query.roots) {
      items.push(await this.#readOne(root, query, options));
    }
    return { items };
  }

  async #readOne(
    { id, name }: NeighbourhoodQuery['roots'][number],
    { graph, impact, fields }: NeighbourhoodQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<LineageNeighbourhood> {
    const root = name;
    try {
      return {
        root: id,
        found: true,
        ...(graph && {
          graph: await this.#lineage.getGraph(
            { ...graph, root },
            { credentials },
          ),
        }),
        ...(impact && {
          impact: await this.#impact.get(
            { ...impact.query, root },
            { credentials, limit: impact.limit },
          ),
        }),
        ...(fields && {
          fields: await this.#columns.get(
            { ...fields, root },
            { view: await this.#access.viewOf({ credentials }) },
          ),
        }),
      };
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        return { root: id, found: false };
      }
      throw error;
    }
  }
}
