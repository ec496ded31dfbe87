import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { ModelAccess } from '../models/ModelAccess';
import { actorOf } from '../promotion/Actor';
import { requireMayRegister } from '../registry/requireMayRegister';
import { requireVersioned } from '../registry/requireVersioned';
import { VersionStore } from '../registry/VersionStore';
import { DataVersionRegistrar } from './DataVersionRegistrar';
import { NewDataVersion } from './dataVersionRequests';

/**
 * Lets callers register versions of feature views and datasets, as they
 * register those of models: services with the permission, and of people those
 * who own the entity as well. Reading is what AuthorizedRegistryService does
 * for versions of all kinds.
 */
export class DataVersionService {
  readonly #access: ModelAccess;
  readonly #auth: AuthService;
  readonly #registrar: DataVersionRegistrar;
  readonly #userInfo: UserInfoService;
  readonly #versions: VersionStore;

  constructor(options: {
    access: ModelAccess;
    auth: AuthService;
    registrar: DataVersionRegistrar;
    userInfo: UserInfoService;
    versions: VersionStore;
  }) {
    this.#access = options.access;
    this.#auth = options.auth;
    this.#registrar = options.registrar;
    this.#userInfo = options.userInfo;
    this.#versions = options.versions;
  }

  /** @param ref - of a feature view or dataset; the version fits its kind. */
  async register(
    ref: string,
    version: NewDataVersion,
    options: { credentials: BackstageCredentials; idempotencyKey?: string },
  ): Promise<ModelVersion> {
    const { credentials, idempotencyKey } = options;
    const entity = await this.#access.getModel(ref, { credentials });
    requireVersioned(entity);
    await requireMayRegister(entity, {
      access: this.#access,
      auth: this.#auth,
      credentials,
      userInfo: this.#userInfo,
    });
    const id = await this.#registrar.register(entity, version, {
      actor: actorOf(credentials, this.#auth),
      idempotencyKey,
    });
    const stored = (await this.#versions.findByIds([id])).get(id);
    if (!stored) {
      throw new ServiceUnavailableError(
        `Version '${version.registration.label}' was registered but cannot be read now`,
      );
    }
    return stored;
  }
}
