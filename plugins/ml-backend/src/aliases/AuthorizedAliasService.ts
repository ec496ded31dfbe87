import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  AliasChange,
  AliasDrift,
  AliasDriftChoice,
  mlPromotionCreatePermission,
  mlPromotionRollbackPermission,
} from '@understudy/plugin-ml-common';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess } from '../models/ModelAccess';
import { actorOf, requirePerson } from '../promotion/Actor';
import { SubjectStore } from '../subjects/SubjectStore';
import { AliasDriftStore } from './drift/AliasDriftStore';
import { DriftDecision, DriftService } from './drift/DriftService';
import {
  liveDriftStates,
  StoredDrift,
  toAliasDrift,
} from './drift/StoredDrift';
import { AliasHistory } from './history/AliasHistory';

interface WithCredentials {
  credentials: BackstageCredentials;
}

/** What a caller may do about the drifts of a model. */
interface Rights {
  mayReport: boolean;
  mayAdopt: boolean;
  mayRevert: boolean;
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
    const subjectId = await this.#subjectId(model, options);
    const drifts = subjectId ? await this.#drifts.list(subjectId) : [];
    if (drifts.length === 0) {
      return [];
    }
    const rights = await this.#rights(model, options);
    return drifts.map(drift => toAliasDrift(drift, choicesFor(drift, rights)));
  }

  /**
   * Reporting lets promotions pass again, so a person has to do it. Adopting
   * is a request for a promotion, and reverting a rollback.
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
    if (decision.choice === 'report') {
      requirePerson(options.credentials, this.#auth, 'report a drift as known');
    }
    await this.#models.require(
      decision.choice === 'revert'
        ? mlPromotionRollbackPermission
        : mlPromotionCreatePermission,
      model,
      options,
    );
    const changed = await this.#choices.choose(
      drift,
      entity,
      decision,
      actorOf(options.credentials, this.#auth),
    );
    return toAliasDrift(
      changed,
      choicesFor(changed, await this.#rights(model, options)),
    );
  }

  async #rights(
    model: string,
    { credentials }: WithCredentials,
  ): Promise<Rights> {
    const [mayAdopt, mayRevert] = await Promise.all(
      [mlPromotionCreatePermission, mlPromotionRollbackPermission].map(
        permission =>
          this.#models.isAllowed(permission, model, { credentials }),
      ),
    );
    const isPerson =
      this.#auth.isPrincipal(credentials, 'user') &&
      !credentials.principal.actor;
    return { mayReport: mayAdopt && isPerson, mayAdopt, mayRevert };
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

function choicesFor(
  { state, wanted, decided, found }: StoredDrift,
  rights: Rights,
): AliasDriftChoice[] {
  if (!liveDriftStates.includes(state)) {
    return [];
  }
  const isReported = state === 'reported' && wanted === undefined;
  const may: Record<AliasDriftChoice, boolean> = {
    report: rights.mayReport && !isReported,
    adopt: rights.mayAdopt && found !== undefined && wanted !== 'adopt',
    revert: rights.mayRevert && decided !== undefined && wanted !== 'revert',
  };
  return (['report', 'adopt', 'revert'] as const).filter(choice => may[choice]);
}
