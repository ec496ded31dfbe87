import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  mlModelRegisterPermission,
  mlPromotionRollbackPermission,
} from '@understudy/plugin-ml-common';
import { ModelAccess } from '../../models/ModelAccess';
import { findReadScope, readEntities, ReadScope } from '../../models/readScope';
import { accountOf, Actor, actorOf } from '../../promotion/Actor';
import { requireMayRegister } from '../../registry/requireMayRegister';
import { chooseOwner } from './chooseOwner';
import { findModelsByName } from './findModelsByName';
import { RegistryCaller } from './RegistryCaller';

/** What is asked about callers that the platform knows. */
export interface CallerDeps {
  access: ModelAccess;
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
}

/** A signed-in user, or a service with a token of the platform. */
export class CredentialedCaller implements RegistryCaller {
  readonly actor: Actor;
  readonly account: string;
  readonly isPerson: boolean;
  readonly #credentials: BackstageCredentials;
  readonly #deps: CallerDeps;
  #groups: Promise<string[]> | undefined;
  #scope: Promise<ReadScope> | undefined;

  constructor(credentials: BackstageCredentials, deps: CallerDeps) {
    this.#credentials = credentials;
    this.#deps = deps;
    this.actor = actorOf(credentials, deps.auth);
    this.account = accountOf(this.actor);
    this.isPerson = deps.auth.isPrincipal(credentials, 'user');
  }

  async seesAll(): Promise<boolean> {
    return (await this.#readScope()).entities === 'all';
  }

  async findReadable(refs: readonly string[]): Promise<Map<string, Entity>> {
    return await readEntities(this.#deps.catalog, refs, {
      scope: await this.#readScope(),
      fields: ['apiVersion', 'kind', 'metadata', 'spec', 'relations'],
    });
  }

  async findByName(name: string): Promise<Entity[]> {
    const scope = await this.#readScope();
    return scope.entities === 'none'
      ? []
      : await findModelsByName(this.#deps.catalog, name, scope.credentials);
  }

  async owns(owner: string): Promise<boolean> {
    return (await this.#ownershipRefs()).includes(owner);
  }

  async requireChange(model: Entity): Promise<void> {
    await requireMayRegister(model, {
      ...this.#deps,
      credentials: this.#credentials,
    });
  }

  async ownerOfNew(wanted: string | undefined): Promise<string | undefined> {
    const [decision] = await this.#deps.permissions.authorize(
      [{ permission: mlModelRegisterPermission }],
      { credentials: this.#credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You are missing the permission '${mlModelRegisterPermission.name}', which registers models that the catalog does not hold`,
      );
    }
    // A service has no groups: it says for whom it registers.
    return this.isPerson
      ? chooseOwner(wanted, await this.#ownershipRefs(), this.account)
      : wanted;
  }

  async mayRollBack(ref: string): Promise<boolean> {
    return await this.#deps.access.isAllowed(
      mlPromotionRollbackPermission,
      ref,
      { credentials: this.#credentials },
    );
  }

  async #readScope(): Promise<ReadScope> {
    this.#scope ??= findReadScope(this.#credentials, this.#deps);
    return await this.#scope;
  }

  async #ownershipRefs(): Promise<string[]> {
    const { auth, userInfo } = this.#deps;
    if (!auth.isPrincipal(this.#credentials, 'user')) {
      return [this.account];
    }
    this.#groups ??= userInfo
      .getUserInfo(this.#credentials)
      .then(({ ownershipEntityRefs }) => ownershipEntityRefs);
    return await this.#groups;
  }
}
