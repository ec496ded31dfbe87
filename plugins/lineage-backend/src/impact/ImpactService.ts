import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { groupImpact, LineageImpact } from '@understudy/plugin-lineage-common';
import { AuthorizedLineageReader } from '../graph/AuthorizedLineageReader';
import { FoundImpact, ImpactQuery } from '../graph/LineageReader';

type WithCredentials = { credentials: BackstageCredentials };

/** Answers what a change touches, and whose that is. */
export class ImpactService {
  readonly #lineage: AuthorizedLineageReader;

  constructor(options: { lineage: AuthorizedLineageReader }) {
    this.#lineage = options.lineage;
  }

  /** Everything that is touched, to be described as it is sent. */
  async find(
    query: ImpactQuery,
    options: WithCredentials,
  ): Promise<FoundImpact> {
    return await this.#lineage.findImpact(query, options);
  }

  /** Everything that is touched, summed up; the nearest of it is listed. */
  async get(
    query: ImpactQuery,
    options: WithCredentials & { limit: number },
  ): Promise<LineageImpact> {
    const found = await this.find(query, options);
    const { root, direction, environment, asOf, truncated, complete } = found;
    return groupImpact(await found.describeItems(found.items), {
      root,
      direction,
      environment,
      ...(asOf !== undefined && { asOf }),
      truncated,
      complete,
      limit: options.limit,
    });
  }
}
