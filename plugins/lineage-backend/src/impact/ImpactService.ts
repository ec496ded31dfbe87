import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  groupImpact,
  LineageImpact,
  LineageImpactItem,
} from '@understudy/plugin-lineage-common';
import { AuthorizedLineageReader } from '../graph/AuthorizedLineageReader';
import { FoundImpact, ImpactQuery } from '../graph/LineageReader';

/** All of it is read in any case: few long questions are quickest. */
const ITEMS_PER_PAGE = 5000;

type WithCredentials = { credentials: BackstageCredentials };

/** Answers what a change touches, and whose that is. */
export class ImpactService {
  readonly #lineage: AuthorizedLineageReader;

  constructor(options: { lineage: AuthorizedLineageReader }) {
    this.#lineage = options.lineage;
  }

  /** Everything that is touched, to be described as it is read. */
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
    const items: LineageImpactItem[] = [];
    for await (const page of found.pages(ITEMS_PER_PAGE)) {
      items.push(...page);
    }
    return groupImpact(items, {
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
