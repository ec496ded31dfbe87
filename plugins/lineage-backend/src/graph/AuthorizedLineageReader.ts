import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { LineageGraph } from '@understudy/plugin-lineage-common';
import { LineageAccess } from '../access/LineageAccess';
import { LineageView } from '../access/LineageView';
import {
  FoundImpact,
  GraphQuery,
  ImpactQuery,
  LineageReader,
} from './LineageReader';

type WithCredentials = { credentials: BackstageCredentials };

/** Reads the graph as far as the caller may see it. */
export class AuthorizedLineageReader implements LineageReader<WithCredentials> {
  readonly #access: LineageAccess;
  readonly #reader: LineageReader<{ view: LineageView }>;

  constructor(options: {
    access: LineageAccess;
    reader: LineageReader<{ view: LineageView }>;
  }) {
    this.#access = options.access;
    this.#reader = options.reader;
  }

  async getGraph(
    query: GraphQuery,
    { credentials }: WithCredentials,
  ): Promise<LineageGraph> {
    const view = await this.#access.viewOf({ credentials });
    return await this.#reader.getGraph(query, { view });
  }

  async findImpact(
    query: ImpactQuery,
    { credentials }: WithCredentials,
  ): Promise<FoundImpact> {
    const view = await this.#access.viewOf({ credentials, withFacts: true });
    return await this.#reader.findImpact(query, { view });
  }
}
