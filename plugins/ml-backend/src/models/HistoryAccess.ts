import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mlLedgerReadPermission } from '@understudy/plugin-ml-common';
import { SubjectStore } from '../subjects/SubjectStore';
import { ModelAccess } from './ModelAccess';

/**
 * Answers whether a caller may read what happened to a model. It is readable
 * exactly when the model is; that of a deleted model remains readable to its
 * last owner and to whoever may read the ledger.
 */
export class HistoryAccess {
  readonly #auth: AuthService;
  readonly #models: ModelAccess;
  readonly #permissions: PermissionsService;
  readonly #subjects: SubjectStore;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    auth: AuthService;
    models: ModelAccess;
    permissions: PermissionsService;
    subjects: SubjectStore;
    userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#models = options.models;
    this.#permissions = options.permissions;
    this.#subjects = options.subjects;
    this.#userInfo = options.userInfo;
  }

  /**
   * The model's entity, or undefined when it was deleted. Throws NotFoundError
   * when the caller may not read its history.
   */
  async require(
    ref: string,
    options: { credentials: BackstageCredentials },
  ): Promise<Entity | undefined> {
    try {
      return await this.#models.getModel(ref, options);
    } catch (error) {
      if (
        error instanceof NotFoundError &&
        (await this.#mayReadDeleted(ref, options.credentials))
      ) {
        return undefined;
      }
      throw error;
    }
  }

  async #mayReadDeleted(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const subject = await this.#subjects.findByRef(ref);
    if (!subject?.deletedAt) {
      return false;
    }
    const [decision] = await this.#permissions.authorize(
      [{ permission: mlLedgerReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) {
      return true;
    }
    if (!subject.lastOwner || !this.#auth.isPrincipal(credentials, 'user')) {
      return false;
    }
    const { ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    return ownershipEntityRefs.includes(subject.lastOwner);
  }
}
