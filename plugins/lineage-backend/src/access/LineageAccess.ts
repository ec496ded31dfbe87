import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  BasicPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { lineageNodeReadPermission } from '@understudy/plugin-lineage-common';
import { NotAllowedError } from '@backstage/errors';
import { CatalogReader } from './CatalogReader';
import { LineageView, NodeIdentity } from './LineageView';
import { ReadDecision, RecentDecisions } from './RecentDecisions';
import { RecentEntities } from './RecentEntities';

type WithCredentials = { credentials: BackstageCredentials };

/**
 * Finds out what callers may see.
 *
 * A node of an entity is readable exactly when the entity is, others with a
 * permission of ours. For users the catalog decides, with their own
 * credentials. Services cannot pass on theirs, so the permission is checked here
 * and the catalog is read as this plugin.
 */
export class LineageAccess {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #recent = new RecentDecisions();
  readonly #entities = new RecentEntities();

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  /**
   * What a caller may see, found with one decision. Of users it is kept for some
   * seconds, and so is which entities they may see.
   *
   * @param options - `withFacts`: entities will be described, so whoever looks
   * one up reads all about it.
   */
  async viewOf({
    credentials,
    withFacts = false,
  }: WithCredentials & { withFacts?: boolean }): Promise<LineageView> {
    const decide = () => this.#decide(credentials);
    const { entities, unmapped } = this.#auth.isPrincipal(credentials, 'user')
      ? await this.#recent.get(credentials.principal, decide)
      : await decide();
    const reader = new CatalogReader({
      catalog: this.#catalog,
      credentials: this.#auth.isPrincipal(credentials, 'service')
        ? await this.#auth.getOwnServiceCredentials()
        : credentials,
      withFacts,
      ...(this.#auth.isPrincipal(credentials, 'user') && {
        known: this.#entities.of(
          JSON.stringify([credentials.principal, withFacts]),
        ),
      }),
    });
    return createView(entities, unmapped, reader);
  }

  /** In one request, since each costs more than the reading of most graphs. */
  async #decide(credentials: BackstageCredentials): Promise<ReadDecision> {
    const [entities, unmapped] = await this.#permissions.authorizeConditional(
      [
        { permission: catalogEntityReadPermission },
        { permission: lineageNodeReadPermission },
      ],
      { credentials },
    );
    return { entities: entities.result, unmapped: mayReadUnmapped(unmapped) };
  }

  /** Whether a caller has a permission. */
  async isAllowed(
    permission: BasicPermission,
    { credentials }: WithCredentials,
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }

  /** Throws NotAllowedError unless a caller has a permission. */
  async require(
    permission: BasicPermission,
    options: WithCredentials,
  ): Promise<void> {
    if (!(await this.isAllowed(permission, options))) {
      throw missing(permission);
    }
  }

  /**
   * Throws NotAllowedError unless a caller may see what belongs to no entity.
   * Asks each time.
   */
  async requireUnmapped({ credentials }: WithCredentials): Promise<void> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: lineageNodeReadPermission }],
      { credentials },
    );
    if (!mayReadUnmapped(decision)) {
      throw missing(lineageNodeReadPermission);
    }
  }
}

function missing({ name }: Permission): NotAllowedError {
  return new NotAllowedError(`You are missing the permission '${name}'`);
}

/** Whether the policy lets a caller see what belongs to no entity. */
function mayReadUnmapped({ result }: PolicyDecision): boolean {
  if (result === AuthorizeResult.CONDITIONAL) {
    throw new Error(
      `The permission policy answers '${lineageNodeReadPermission.name}' with conditions, and there are none for it: it must allow or deny`,
    );
  }
  return result === AuthorizeResult.ALLOW;
}

function createView(
  entities: AuthorizeResult,
  unmapped: boolean,
  reader: CatalogReader,
): LineageView {
  const readable = async (
    refs: string[],
  ): Promise<(ref: string) => boolean> => {
    switch (entities) {
      case AuthorizeResult.ALLOW:
        return () => true;
      case AuthorizeResult.CONDITIONAL: {
        const found = await reader.read(refs);
        return ref => found.has(ref);
      }
      default:
        return () => false;
    }
  };
  return {
    everything: entities === AuthorizeResult.ALLOW && unmapped,
    async filter(nodes) {
      const isReadable = await readable(nodes.flatMap(refsOf));
      const seen = new Set<number>();
      for (const { id, entityRef } of nodes) {
        if (entityRef === undefined ? unmapped : isReadable(entityRef)) {
          seen.add(id);
        }
      }
      return seen;
    },
    async describe(refs) {
      return entities === AuthorizeResult.DENY
        ? new Map()
        : await reader.read(refs);
    },
    async search(word, kinds) {
      return entities === AuthorizeResult.DENY
        ? []
        : await reader.search(word, kinds);
    },
  };
}

function refsOf({ entityRef }: NodeIdentity): string[] {
  return entityRef === undefined ? [] : [entityRef];
}
