import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  Entity,
} from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { AuthService } from '@backstage/backend-plugin-api';
import { inBatches } from '../database/inBatches';

/**
 * Answers whether a caller may see a model, and reads it. The same holds for
 * feature views and datasets, which are named by their refs.
 *
 * What hangs off a model is readable exactly when the model is. For users the
 * catalog decides, with their own credentials. Services cannot pass on theirs,
 * so the permission is checked here and the catalog is read as this plugin.
 */
export class ModelAccess {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;

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
   * The model's entity. Throws NotFoundError when it does not exist or the
   * caller may not see it: the two are not told apart.
   */
  async getModel(
    ref: string,
    options: { credentials: BackstageCredentials },
  ): Promise<Entity> {
    const entity = await this.#catalog.getEntityByRef(ref, {
      credentials: await this.#readCredentials(ref, options.credentials),
    });
    if (!entity) {
      throw new NotFoundError(missing(ref));
    }
    return entity;
  }

  /** The model's entity as the plugin sees it, for work without a caller. */
  async getModelForBackgroundWork(ref: string): Promise<Entity | undefined> {
    return await this.#catalog.getEntityByRef(ref, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
  }

  /** As `getModelForBackgroundWork` for several at once: those there are, by ref. */
  async getModelsForBackgroundWork(
    refs: readonly string[],
  ): Promise<Map<string, Entity>> {
    const models = new Map<string, Entity>();
    for (const entityRefs of inBatches([...new Set(refs)])) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      for (const [index, entity] of items.entries()) {
        if (entity) {
          models.set(entityRefs[index], entity);
        }
      }
    }
    return models;
  }

  /** Those of some models that the caller may see, by ref. */
  async filterReadable(
    refs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<Set<string>> {
    const unique = [...new Set(refs)];
    if (unique.length === 0) {
      return new Set();
    }
    let asked = unique;
    let { credentials } = options;
    if (this.#auth.isPrincipal(credentials, 'service')) {
      const decisions = await this.#permissions.authorize(
        unique.map(resourceRef => ({
          permission: catalogEntityReadPermission,
          resourceRef,
        })),
        options,
      );
      asked = unique.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      );
      credentials = await this.#auth.getOwnServiceCredentials();
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: asked, fields: ['kind', 'metadata'] },
      { credentials },
    );
    return new Set(asked.filter((_, index) => items[index] !== undefined));
  }

  /** Throws NotAllowedError unless the caller has the permission on the model. */
  async require(
    permission: ResourcePermission,
    ref: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void> {
    if (!(await this.isAllowed(permission, ref, options))) {
      throw new NotAllowedError(
        `You are missing the permission '${permission.name}' on '${ref}'`,
      );
    }
  }

  /** Whether the caller has the permission on the model. */
  async isAllowed(
    permission: ResourcePermission,
    ref: string,
    options: { credentials: BackstageCredentials },
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize(
      [{ permission, resourceRef: ref }],
      options,
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** Those of some models on which the caller has the permission. */
  async filterAllowed(
    permission: ResourcePermission,
    refs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<Set<string>> {
    const unique = [...new Set(refs)];
    if (unique.length === 0) {
      return new Set();
    }
    const decisions = await this.#permissions.authorize(
      unique.map(resourceRef => ({ permission, resourceRef })),
      options,
    );
    return new Set(
      unique.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }

  async #readCredentials(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<BackstageCredentials> {
    if (!this.#auth.isPrincipal(credentials, 'service')) {
      return credentials;
    }
    const [decision] = await this.#permissions.authorize(
      [{ permission: catalogEntityReadPermission, resourceRef: ref }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotFoundError(missing(ref));
    }
    return await this.#auth.getOwnServiceCredentials();
  }
}

/** Not only models are looked up here: the message names the kind. */
function missing(ref: string): string {
  return `No ${parseEntityRef(ref).kind.toLowerCase()} '${ref}' in the catalog`;
}

/** The full, lower-case ref of the model at a path `/models/{ns}/{name}`. */
export function modelRefFromPath(namespace: string, name: string): string {
  return stringifyEntityRef({ kind: 'model', namespace, name });
}

/**
 * The full, lower-case ref of a model given in any accepted spelling. Throws
 * InputError for the ref of something else: feature views and datasets have
 * versions too, but nothing is decided about those here.
 */
export function parseModelRef(ref: string): string {
  const model = parseEntityRef(ref, {
    defaultKind: 'model',
    defaultNamespace: 'default',
  });
  if (model.kind.toLowerCase() !== 'model') {
    throw new InputError(`model '${ref}' is a ${model.kind}, not a Model`);
  }
  return stringifyEntityRef(model);
}

/** The owner of an entity, or undefined when nobody owns it. */
export function ownerOf(entity: Entity): string | undefined {
  return entity.relations?.find(r => r.type === RELATION_OWNED_BY)?.targetRef;
}
