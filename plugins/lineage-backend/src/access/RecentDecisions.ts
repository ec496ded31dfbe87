import { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RecentValues } from '../answers/RecentValues';

/** What the policy of the portal says of one caller. */
export interface ReadDecision {
  /** Of the entities of the catalog. */
  entities: AuthorizeResult;
  /** Whether what belongs to no entity may be seen. */
  unmapped: boolean;
}

/** A policy that changes is obeyed after this. */
const KEPT_MS = 5_000;
const AHEAD_MS = 3_000;
const MOST_CALLERS = 1_000;

/**
 * Keeps decisions about users for some seconds: a page asks for several parts of
 * the graph at once, and each decision is a request of the backend to itself and
 * another one for the groups of the user.
 */
export class RecentDecisions {
  readonly #known: RecentValues<ReadDecision>;

  constructor(options: { now?: () => number } = {}) {
    this.#known = new RecentValues({
      keptMs: KEPT_MS,
      aheadMs: AHEAD_MS,
      most: MOST_CALLERS,
      ...options,
    });
  }

  async get(
    principal: BackstageUserPrincipal,
    decide: () => Promise<ReadDecision>,
  ): Promise<ReadDecision> {
    // Whoever acts for the user is part of it, and may be allowed less.
    return await this.#known.get(JSON.stringify(principal), decide);
  }
}
