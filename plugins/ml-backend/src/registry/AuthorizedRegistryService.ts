import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  isModelEntity,
  mlRegistrySyncPermission,
  ModelVersion,
  ModelVersionPage,
  RegistrySourceStatus,
  VersionComparison,
  VersionRegistration,
} from '@understudy/plugin-ml-common';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess } from '../models/ModelAccess';
import { actorOf } from '../promotion/Actor';
import {
  KnownModel,
  RegistryService,
  VersionListRequest,
} from './RegistryService';
import { requireMayRegister } from './requireMayRegister';
import { requireModelEntity } from './requireModelEntity';
import { requireVersioned } from './requireVersioned';

type WithCredentials = { credentials: BackstageCredentials };

/**
 * Lets callers do with versions and registries what they may. Versions are
 * readable exactly when their model, feature view or dataset is; those of a
 * deleted one remain readable to its last owner and to whoever may read the
 * ledger.
 */
export class AuthorizedRegistryService {
  readonly #access: ModelAccess;
  readonly #auth: AuthService;
  readonly #history: HistoryAccess;
  readonly #inner: RegistryService;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    access: ModelAccess;
    auth: AuthService;
    history: HistoryAccess;
    inner: RegistryService;
    permissions: PermissionsService;
    userInfo: UserInfoService;
  }) {
    this.#access = options.access;
    this.#auth = options.auth;
    this.#history = options.history;
    this.#inner = options.inner;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
  }

  async listVersions(
    model: string,
    request: VersionListRequest,
    options: WithCredentials,
  ): Promise<ModelVersionPage> {
    return await this.#inner.listVersions(
      await this.#requireReadable(model, options),
      request,
    );
  }

  async getVersion(
    model: string,
    version: string,
    options: WithCredentials,
  ): Promise<ModelVersion> {
    return await this.#inner.getVersion(
      await this.#requireReadable(model, options),
      version,
    );
  }

  async compareVersions(
    model: string,
    versions: readonly string[],
    options: WithCredentials,
  ): Promise<VersionComparison> {
    return await this.#inner.compareVersions(
      await this.#requireReadable(model, options),
      versions,
    );
  }

  /** A user has to own the model as well as have the permission. */
  async registerVersion(
    model: string,
    registration: VersionRegistration,
    options: WithCredentials & { idempotencyKey?: string },
  ): Promise<ModelVersion> {
    const { credentials, idempotencyKey } = options;
    const entity = requireModelEntity(
      await this.#access.getModel(model, { credentials }),
    );
    await requireMayRegister(entity, {
      access: this.#access,
      auth: this.#auth,
      credentials,
      userInfo: this.#userInfo,
    });
    return await this.#inner.registerVersion(
      { ref: model, entity },
      registration,
      { actor: actorOf(credentials, this.#auth), idempotencyKey },
    );
  }

  /** The state of the registries is no secret to those who are signed in. */
  async listSources(
    _options: WithCredentials,
  ): Promise<RegistrySourceStatus[]> {
    return await this.#inner.listSources();
  }

  async requestSync(
    server: string,
    options: WithCredentials,
  ): Promise<RegistrySourceStatus> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: mlRegistrySyncPermission }],
      options,
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You are missing the permission '${mlRegistrySyncPermission.name}'`,
      );
    }
    return await this.#inner.requestSync(server);
  }

  async #requireReadable(
    ref: string,
    options: WithCredentials,
  ): Promise<KnownModel> {
    const entity = await this.#history.require(ref, options);
    if (!entity) {
      return { ref };
    }
    requireVersioned(entity);
    // Only a Model says which registries feed it.
    return isModelEntity(entity) ? { ref, entity } : { ref };
  }
}
