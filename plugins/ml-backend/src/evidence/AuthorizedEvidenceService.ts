import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  EvidenceAddition,
  ModelVersion,
  VersionEvidence,
} from '@understudy/plugin-ml-common';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess } from '../models/ModelAccess';
import { actorOf } from '../promotion/Actor';
import { requireMayRegister } from '../registry/requireMayRegister';
import { requireVersioned } from '../registry/requireVersioned';
import { EvidenceService } from './EvidenceService';
import { VersionDeletion } from './tombstones/VersionDeletion';

type WithCredentials = { credentials: BackstageCredentials };

/**
 * Lets callers do with evidence what they may. It is readable exactly when the
 * model, feature view or dataset is. Who may register versions of one may add
 * evidence about them, wherever their home is, and take back those that the
 * portal keeps.
 */
export class AuthorizedEvidenceService {
  readonly #access: ModelAccess;
  readonly #auth: AuthService;
  readonly #deletion: VersionDeletion;
  readonly #evidence: EvidenceService;
  readonly #history: HistoryAccess;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    access: ModelAccess;
    auth: AuthService;
    deletion: VersionDeletion;
    evidence: EvidenceService;
    history: HistoryAccess;
    userInfo: UserInfoService;
  }) {
    this.#access = options.access;
    this.#auth = options.auth;
    this.#deletion = options.deletion;
    this.#evidence = options.evidence;
    this.#history = options.history;
    this.#userInfo = options.userInfo;
  }

  async get(
    model: string,
    version: string,
    options: WithCredentials,
  ): Promise<VersionEvidence> {
    await this.#history.require(model, options);
    return await this.#evidence.get(model, version);
  }

  async add(
    model: string,
    version: string,
    addition: EvidenceAddition,
    options: WithCredentials & { idempotencyKey?: string },
  ): Promise<VersionEvidence> {
    const { credentials, idempotencyKey } = options;
    await this.#requireMayRegister(model, credentials);
    return await this.#evidence.add(model, version, addition, {
      actor: actorOf(credentials, this.#auth),
      idempotencyKey,
    });
  }

  async delete(
    model: string,
    version: string,
    reason: string,
    { credentials }: WithCredentials,
  ): Promise<ModelVersion> {
    const entity = await this.#requireMayRegister(model, credentials);
    return await this.#deletion.delete({ ref: model, entity }, version, {
      actor: actorOf(credentials, this.#auth),
      reason,
    });
  }

  async #requireMayRegister(model: string, credentials: BackstageCredentials) {
    const entity = await this.#access.getModel(model, { credentials });
    requireVersioned(entity);
    await requireMayRegister(entity, {
      access: this.#access,
      auth: this.#auth,
      credentials,
      userInfo: this.#userInfo,
    });
    return entity;
  }
}
