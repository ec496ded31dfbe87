import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ImportPreview,
  mlRegistrySyncPermission,
  RegistryImport,
} from '@understudy/plugin-ml-common';
import { MlflowImportService } from './MlflowImportService';

/**
 * Checks who asks. How imports stand is for everybody, but names only those
 * Models that the asker may see; all else needs `ml.registry.sync`.
 */
export class AuthorizedMlflowImportService implements MlflowImportService {
  readonly #service: MlflowImportService;
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;

  static create(options: {
    service: MlflowImportService;
    permissions: PermissionsService;
    catalog: CatalogService;
  }): AuthorizedMlflowImportService {
    return new AuthorizedMlflowImportService(options);
  }

  private constructor(options: {
    service: MlflowImportService;
    permissions: PermissionsService;
    catalog: CatalogService;
  }) {
    this.#service = options.service;
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
  }

  async list(options: {
    credentials: BackstageCredentials;
  }): Promise<RegistryImport[]> {
    const statuses = await this.#service.list(options);
    const refs = statuses.flatMap(({ held }) => held?.removed ?? []);
    const readable = await this.#readable(refs, options);
    return statuses.map(status => ({
      ...status,
      held: status.held && {
        ...status.held,
        removed: status.held.removed.filter(ref => readable.has(ref)),
      },
    }));
  }

  async preview(
    id: string,
    options: { signal?: AbortSignal; credentials: BackstageCredentials },
  ): Promise<ImportPreview> {
    await this.#authorize(options);
    return await this.#service.preview(id, options);
  }

  async sync(
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void> {
    await this.#authorize(options);
    await this.#service.sync(id, options);
  }

  async release(
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void> {
    await this.#authorize(options);
    await this.#service.release(id, options);
  }

  async #authorize(options: {
    credentials: BackstageCredentials;
  }): Promise<void> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: mlRegistrySyncPermission }],
      { credentials: options.credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `This needs the permission ${mlRegistrySyncPermission.name}`,
      );
    }
  }

  async #readable(
    entityRefs: string[],
    options: { credentials: BackstageCredentials },
  ): Promise<Set<string>> {
    if (entityRefs.length === 0) {
      return new Set();
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind'] },
      { credentials: options.credentials },
    );
    return new Set(entityRefs.filter((_, index) => items[index]));
  }
}
