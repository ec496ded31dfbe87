import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { PolicyService } from '../../policy/PolicyService';
import { targetWords } from '../../promotion/PromotionRecord';
import { RollbackService } from '../../promotion/RollbackService';
import { RegisteredModel } from '../access/ModelResolver';
import {
  Protection,
  protectionOfAlias,
  protectionOfStage,
} from '../access/protectionOf';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowStage } from '../protocol/mlflowRequests';
import { StoredVersion } from '../records/portalRows';
import { VersionReader } from '../records/VersionReader';
import { OwnModel } from './OwnModels';

const PAUSE_MS = 100;
const WAIT_MS = 15_000;

/**
 * Keeps what policies decide from being decided by a client: what serves
 * changes by a promotion, or back by a rollback.
 */
export class ProtectedMoves {
  readonly #appUrl: string;
  readonly #policies: Pick<PolicyService, 'findEffective'>;
  readonly #reader: VersionReader;
  readonly #rollbacks: Pick<RollbackService, 'situation' | 'rollBack'>;
  readonly #waitMs: number;

  constructor(options: {
    /** Where people see the portal. */
    appUrl: string;
    policies: Pick<PolicyService, 'findEffective'>;
    reader: VersionReader;
    rollbacks: Pick<RollbackService, 'situation' | 'rollBack'>;
    waitMs?: number;
  }) {
    this.#appUrl = options.appUrl.replace(/\/$/, '');
    this.#policies = options.policies;
    this.#reader = options.reader;
    this.#rollbacks = options.rollbacks;
    this.#waitMs = options.waitMs ?? WAIT_MS;
  }

  /** Throws NotAllowedError, naming the promotion to ask for. */
  async requireFreeAlias(
    model: OwnModel,
    alias: string,
    version: StoredVersion | undefined,
  ): Promise<void> {
    const policy = await this.#policies.findEffective(model.entity);
    const protection = protectionOfAlias(policy, alias);
    if (protection) {
      throw this.#refusal(`alias '${alias}'`, model, version, protection);
    }
  }

  /** As `requireFreeAlias`, for a stage of MLflow. */
  async requireFreeStage(
    model: OwnModel,
    number: number,
    stage: MlflowStage,
  ): Promise<void> {
    const version = await this.#reader.find(model.record, number);
    if (!version) {
      return;
    }
    const current = (await this.#reader.readDetails([version]))(version).stage;
    if (current === stage) {
      return;
    }
    const policy = await this.#policies.findEffective(model.entity);
    const protection = protectionOfStage(policy, stage);
    if (protection) {
      throw this.#refusal(`stage '${stage}'`, model, version, protection);
    }
    await this.requireNotAssigned(model, number);
  }

  /** Throws NotAllowedError for a version that something relies on. */
  async requireNotAssigned(model: OwnModel, number: number): Promise<void> {
    const version = await this.#reader.find(model.record, number);
    if (version && (await this.#reader.isAssigned({ versionId: version.id }))) {
      throw new NotAllowedError(
        `Version ${number} of '${model.name}' is assigned now; promote another one or roll back first: ${this.#page(model, version)}`,
      );
    }
    for (const alias of version
      ? (await this.#reader.readDetails([version]))(version).aliases
      : []) {
      await this.requireFreeAlias(model, alias, version);
    }
  }

  /**
   * As `requireNotAssigned`, for all versions of a registered model. Throws
   * ConflictError while a promotion wants one of them.
   */
  async requireNoneAssigned(model: OwnModel): Promise<void> {
    for (const { alias, version } of await this.#reader.findAliased(
      model.record,
    )) {
      await this.requireFreeAlias(model, alias, version);
    }
    const wanted = await this.#reader.findWanted(model.record);
    if (wanted) {
      throw new ConflictError(
        `The promotion '${wanted.promotionId}' wants version '${wanted.label}' of '${model.name}'; cancel it first`,
      );
    }
    if (await this.#reader.isAssigned({ recordId: model.record.id })) {
      throw new NotAllowedError(
        `A version of '${model.name}' is assigned now; it cannot be deleted: ${this.#page(model, undefined)}`,
      );
    }
  }

  /**
   * Moves a protected alias back to the version that held it before, by a
   * rollback, and waits until it has moved. False when that is not what is
   * asked for, or the caller may not.
   */
  async moveBack(
    model: RegisteredModel,
    move: { alias: string; version: StoredVersion; caller: RegistryCaller },
  ): Promise<boolean> {
    const { alias, version, caller } = move;
    if (model.home !== model.record?.server || model.pending) {
      return false;
    }
    const policy = await this.#policies.findEffective(model.entity);
    const protection = protectionOfAlias(policy, alias);
    if (!protection) {
      return false;
    }
    const { target } = protection;
    const { previous, underWay } = await this.#rollbacks.situation(
      version.subjectId,
      target,
    );
    const wanted = [
      previous?.versionId,
      ...(underWay?.kind === 'rollback' ? [underWay.versionId] : []),
    ];
    if (
      !wanted.includes(version.id) ||
      !(await caller.mayRollBack(model.ref))
    ) {
      return false;
    }
    await this.#rollbacks.rollBack(
      model.ref,
      { ...target, version: version.id },
      caller.actor,
    );
    await this.#waitUntilMoved(alias, version);
    return true;
  }

  /** The client reads the alias next, so it has to have moved. */
  async #waitUntilMoved(alias: string, version: StoredVersion): Promise<void> {
    const deadline = Date.now() + this.#waitMs;
    const model = { id: version.recordId };
    while ((await this.#reader.findByAlias(model, alias))?.id !== version.id) {
      if (Date.now() > deadline) {
        throw new ServiceUnavailableError(
          `The rollback to version ${version.number} has started, but has not moved '${alias}' yet; ask again`,
        );
      }
      await pauseFor(PAUSE_MS);
    }
  }

  #refusal(
    what: string,
    model: OwnModel,
    version: StoredVersion | undefined,
    { stage, target }: Protection,
  ): NotAllowedError {
    return new NotAllowedError(
      `The ${what} of '${model.name}' is protected: it follows the stage '${stage.name}' at ${targetWords(target)}. Ask for a promotion of ${version ? `version ${version.number}` : 'a version'} to the stage '${stage.name}' at ${this.#page(model, version)}`,
    );
  }

  #page(model: OwnModel, version: StoredVersion | undefined): string {
    const { namespace, name } = parseEntityRef(model.ref);
    return version
      ? `${this.#appUrl}/ml/models/${namespace}/${name}/versions/${encodeURIComponent(version.label)}`
      : `${this.#appUrl}/catalog/${namespace}/model/${name}`;
  }
}
