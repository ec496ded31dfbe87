import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AliasChange,
  AliasDrift,
  mlPromotionCreatePermission,
  mlPromotionRollbackPermission,
} from '@understudy/plugin-ml-common';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess } from '../models/ModelAccess';
import { actorOf } from '../promotion/Actor';
import { SubjectStore } from '../subjects/SubjectStore';
import { AliasDriftStore } from './drift/AliasDriftStore';
import { DriftDecision, DriftService } from './drift/DriftService';
import { driftDeciders } from './drift/driftDeciders';
import {
  driftRefusals,
  DriftRights,
  lackingRights,
} from './drift/driftRefusals';
import { toAliasDrift } from './drift/StoredDrift';
import { AliasHistory } from './history/AliasHistory';

interface WithCredentials {
  credentials: BackstageCredentials;
}

/**
 * The history of aliases and where they drifted, for those who may read the
 * model; and choices about drift, for those who may promote or roll back.
 */
export class AuthorizedAliasService {
  readonly #auth: AuthService;
  readonly #choices: DriftService;
  readonly #drifts: AliasDriftStore;
  readonly #access: HistoryAccess;
  readonly #history: AliasHistory;
  readonly #models: ModelAccess;
  readonly #subjects: SubjectStore;

  constructor(options: {
    access: HistoryAccess;
    auth: AuthService;
    choices: DriftService;
    drifts: AliasDriftStore;
    history: AliasHistory;
    models: ModelAccess;
    subjects: SubjectStore;
  }) {
    this.#access = options.access;
    this.#auth = options.auth;
    this.#choices = options.choices;
    this.#drifts = options.drifts;
    this.#history = options.history;
    this.#models = options.models;
    this.#subjects = options.subjects;
  }

  /** What became of the aliases of a model, newest first. */
  async listChanges(
    model: string,
    query: { alias?: string; limit: number; cursor?: string },
    options: WithCredentials,
  ): Promise<{ items: AliasChange[]; nextCursor?: string }> {
    const subjectId = await this.#subjectId(model, options);
    return subjectId === undefined
      ? { items: [] }
      : await this.#history.list({
          subjectId,
          alias: query.alias,
          limit: query.limit,
          before: query.cursor,
        });
  }

  /** The drifts of a model: those that are not over, then the last others. */
  async listDrifts(
    model: string,
    options: WithCredentials,
  ): Promise<AliasDrift[]> {
    const entity = await this.#access.require(model, options);
    const subject = await this.#subjects.findByRef(model);
    const drifts = subject ? await this.#drifts.list(subject.id) : [];
    if (drifts.length === 0) {
      return [];
    }
    const rights = await this.#rights(model, entity, options);
    return drifts.map(drift =>
      toAliasDrift(drift, driftRefusals(drift, rights)),
    );
  }

  /**
   * Reporting lets promotions pass again, so a person has to do it. Adopting
   * is a request for a promotion, and reverting a rollback. Throws
   * NotAllowedError with whose decision it is.
   */
  async choose(
    model: string,
    id: string,
    decision: DriftDecision,
    options: WithCredentials,
  ): Promise<AliasDrift> {
    const entity = await this.#models.getModel(model, options);
    const subject = await this.#subjects.findByRef(model);
    const drift = await this.#drifts.find(id);
    if (!drift || drift.place.subjectId !== subject?.id) {
      throw new NotFoundError(`'${model}' has no drift '${id}'`);
    }
    const rights = await this.#rights(model, entity, options);
    const refusal = lackingRights(rights)[decision.choice];
    if (refusal !== undefined) {
      throw new NotAllowedError(refusal);
    }
    const changed = await this.#choices.choose(
      drift,
      entity,
      decision,
      actorOf(options.credentials, this.#auth),
    );
    return toAliasDrift(changed, driftRefusals(changed, rights));
  }

  /** Of a model that was deleted nobody is left who decides. */
  async #rights(
    model: string,
    entity: Entity | undefined,
    { credentials }: WithCredentials,
  ): Promise<DriftRights> {
    const [mayPromote, mayRollBack] = await Promise.all(
      [mlPromotionCreatePermission, mlPromotionRollbackPermission].map(
        permission =>
          this.#models.isAllowed(permission, model, { credentials }),
      ),
    );
    return {
      isPerson:
        this.#auth.isPrincipal(credentials, 'user') &&
        !credentials.principal.actor,
      mayPromote,
      mayRollBack,
      deciders: entity ? driftDeciders(entity) : [],
    };
  }

  /** Undefined when nothing was ever recorded for the model. */
  async #subjectId(
    model: string,
    options: WithCredentials,
  ): Promise<string | undefined> {
    await this.#access.require(model, options);
    return (await this.#subjects.findByRef(model))?.id;
  }
}
