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
/** Whoever asks so long before that has the next decision made meanwhile. */
const AHEAD_MS = 3_000;
const MOST_CALLERS = 1_000;

interface KnownDecision {
  until: number;
  decision: Promise<ReadDecision>;
  isRenewed?: boolean;
}

/**
 * Keeps decisions about users for some seconds: a page asks for several parts of
 * the graph at once, and each decision is a request of the backend to itself and
 * another one for the groups of the user. Concurrent questions share one. While
 * somebody goes on asking, decisions are renewed before they are too old, so that
 * nobody waits for them.
 */
export class RecentDecisions {
  readonly #now: () => number;
  readonly #known = new Map<string, KnownDecision>();

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
      if (!known.isRenewed && known.until - AHEAD_MS <= this.#now()) {
        this.#renew(key, known, decide);
      }
      return await known.decision;
    }
    const decision = decide();
    this.#keep(key, { until: this.#now() + KEPT_MS, decision });
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

  /** The one that is known holds until the next is there, or until it is too old. */
  #renew(
    key: string,
    known: KnownDecision,
    decide: () => Promise<ReadDecision>,
  ): void {
    known.isRenewed = true;
    const until = this.#now() + KEPT_MS;
    const decision = decide();
    decision.then(
      () => {
        if (this.#known.get(key) === known) {
          this.#keep(key, { until, decision });
        }
      },
      () => {
        // Whoever asks once the known one is too old asks again, and hears of it.
      },
    );
  }

  #keep(key: string, known: KnownDecision): void {
    this.#known.delete(key);
    this.#known.set(key, known);
    if (this.#known.size > MOST_CALLERS) {
      const [oldest] = this.#known.keys();
      this.#known.delete(oldest);
    }
  }
}
