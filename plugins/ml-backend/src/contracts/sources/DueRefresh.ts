import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** What is changed without more or fewer entities is read after so long. */
const FULL_REFRESH_MS = 60_000;

/** Kinds that have contracts. */
const KINDS = ['Model', 'FeatureView', 'Dataset'];

/**
 * Has contracts read when the catalog has more or fewer entities than at the
 * last time or lineage says something new, and otherwise once a minute. To look
 * is cheap, so it may be asked often: a new portal shows contracts as soon as it
 * has entities.
 */
export class DueRefresh {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #follow: (options: { signal: AbortSignal }) => Promise<boolean>;
  readonly #refresh: (options: { signal: AbortSignal }) => Promise<void>;
  #last?: { entities: number; at: number };

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    /** Answers whether lineage said anything new. */
    follow: (options: { signal: AbortSignal }) => Promise<boolean>;
    refresh: (options: { signal: AbortSignal }) => Promise<void>;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#follow = options.follow;
    this.#refresh = options.refresh;
  }

  /** @param options - `now` in milliseconds. */
  async runIfDue(options: { signal: AbortSignal; now: number }): Promise<void> {
    const { signal, now } = options;
    const { totalItems } = await this.#catalog.queryEntities(
      { filter: { kind: KINDS }, limit: 0 },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const last = this.#last;
    const isNews = await this.#follow({ signal });
    if (
      !isNews &&
      last?.entities === totalItems &&
      now - last.at < FULL_REFRESH_MS
    ) {
      return;
    }
    // What fails now is tried again at the next turn.
    this.#last = undefined;
    await this.#refresh({ signal });
    this.#last = { entities: totalItems, at: now };
  }
}
