import { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/** What the policy of the portal says of one caller. */
export interface ReadDecision {
  /** Of the entities of the catalog. */
  entities: AuthorizeResult;
  /** Whether what belongs to no entity may be seen. */
  unmapped: boolean;
}

/** A policy that changes is obeyed after this. */
const KEPT_MS = 5_000;
const MOST_CALLERS = 1_000;

/**
 * Keeps decisions about users for some seconds: a page asks for several parts of
 * the graph at once, and each decision is a request of the backend to itself and
 * another one for the groups of the user. Concurrent questions share one.
 */
export class RecentDecisions {
  readonly #now: () => number;
  readonly #known = new Map<
    string,
    { until: number; decision: Promise<ReadDecision> }
  >();

  constructor(options: { now?: () => number } = {}) {
    this.#now = options.now ?? Date.now;
  }

  async get(
    principal: BackstageUserPrincipal,
    decide: () => Promise<ReadDecision>,
  ): Promise<ReadDecision> {
    // Whoever acts for the user is part of it, and may be allowed less.
    const key = JSON.stringify(principal);
    const known = this.#known.get(key);
    if (known && known.until > this.#now()) {
      return await known.decision;
    }
    const decision = decide();
    this.#known.delete(key);
    this.#known.set(key, { until: this.#now() + KEPT_MS, decision });
    if (this.#known.size > MOST_CALLERS) {
      const [oldest] = this.#known.keys();
      this.#known.delete(oldest);
    }
    try {
      return await decision;
    } catch (error) {
      // A failure is nobody's answer but the one who waited for it.
      if (this.#known.get(key)?.decision === decision) {
        this.#known.delete(key);
      }
      throw error;
    }
  }
}
