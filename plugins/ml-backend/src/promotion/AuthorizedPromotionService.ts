import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  GateExplanation,
  mlPromotionApprovePermission,
  mlPromotionCancelPermission,
  mlPromotionCreatePermission,
  mlPromotionRollbackPermission,
  Promotion,
  PromotionPage,
  PromotionState,
} from '@understudy/plugin-ml-common';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess, ownerOf } from '../models/ModelAccess';
import { SubjectStore } from '../subjects/SubjectStore';
import { accountOf, actorOf, requirePerson } from './Actor';
import { ApprovalService, Decision } from './ApprovalService';
import { explainGate } from './gates/explainGate';
import { GroupMembers } from './GroupMembers';
import { PromotionRecord } from './PromotionRecord';
import { PromotionService } from './PromotionService';
import { PromotionStore } from './PromotionStore';
import { PromotionViewer, toPromotionSummary, Viewer } from './PromotionViewer';
import { PromotionRequest, RequestService } from './RequestService';
import { RollbackRequest, RollbackService } from './RollbackService';

interface WithCredentials {
  credentials: BackstageCredentials;
}

/**
 * Checks who calls, then lets the services work. A promotion can be read
 * exactly when its model can, and outlives it as all history does.
 */
export class AuthorizedPromotionService {
  readonly #auth: AuthService;
  readonly #history: HistoryAccess;
  readonly #members: GroupMembers;
  readonly #permissions: PermissionsService;
  readonly #models: ModelAccess;
  readonly #subjects: SubjectStore;
  readonly #store: PromotionStore;
  readonly #requests: RequestService;
  readonly #promotions: PromotionService;
  readonly #approvals: ApprovalService;
  readonly #rollbacks: RollbackService;
  readonly #viewer: PromotionViewer;

  constructor(options: {
    auth: AuthService;
    history: HistoryAccess;
    members: GroupMembers;
    permissions: PermissionsService;
    models: ModelAccess;
    subjects: SubjectStore;
    store: PromotionStore;
    requests: RequestService;
    promotions: PromotionService;
    approvals: ApprovalService;
    rollbacks: RollbackService;
    viewer: PromotionViewer;
  }) {
    this.#auth = options.auth;
    this.#history = options.history;
    this.#members = options.members;
    this.#permissions = options.permissions;
    this.#models = options.models;
    this.#subjects = options.subjects;
    this.#store = options.store;
    this.#requests = options.requests;
    this.#promotions = options.promotions;
    this.#approvals = options.approvals;
    this.#rollbacks = options.rollbacks;
    this.#viewer = options.viewer;
  }

  /** Asks for a promotion. `created` is false when it was asked for before. */
  async request(
    model: string,
    input: PromotionRequest,
    options: WithCredentials,
  ): Promise<{ promotion: Promotion; created: boolean }> {
    const entity = await this.#models.getModel(model, options);
    await this.#models.require(mlPromotionCreatePermission, model, options);
    const { record, created } = await this.#requests.request(
      entity,
      input,
      actorOf(options.credentials, this.#auth),
    );
    return { promotion: await this.#view(record, options), created };
  }

  async get(id: string, options: WithCredentials): Promise<Promotion> {
    return await this.#view(await this.#readHistory(id, options), options);
  }

  /**
   * Promotions newest first, without those of models the caller may not read:
   * a page is filled up from what follows.
   */
  async list(
    query: {
      model?: string;
      states?: PromotionState[];
      requestedBy?: string;
      limit: number;
      cursor?: string;
    },
    options: WithCredentials,
  ): Promise<PromotionPage> {
    let subjectId: string | undefined;
    if (query.model !== undefined) {
      await this.#history.require(query.model, options);
      subjectId = (await this.#subjects.findByRef(query.model))?.id;
      if (subjectId === undefined) {
        return { items: [] };
      }
    }
    const items: PromotionRecord[] = [];
    let before = query.cursor;
    // A caller who may read almost nothing must not make us read everything.
    for (let round = 0; round < 10; round += 1) {
      const records = await this.#store.list({
        filter: {
          subjectId,
          states: query.states,
          requestedBy: query.requestedBy,
        },
        limit: query.limit,
        before,
      });
      const readable = query.model
        ? new Set([query.model])
        : await this.#models.filterReadable(
            records.map(record => record.model),
            options,
          );
      for (const record of records) {
        if (items.length === query.limit) {
          return { items: items.map(toPromotionSummary), nextCursor: before };
        }
        if (readable.has(record.model)) {
          items.push(record);
        }
        before = record.id;
      }
      if (records.length < query.limit) {
        return { items: items.map(toPromotionSummary) };
      }
    }
    return {
      items: items.map(toPromotionSummary),
      ...(before ? { nextCursor: before } : {}),
    };
  }

  async approve(
    id: string,
    decision: Decision,
    options: WithCredentials,
  ): Promise<Promotion> {
    const person = requirePerson(options.credentials, this.#auth);
    const record = await this.#read(id, options);
    await this.#requirePermission(mlPromotionApprovePermission, options);
    return await this.#view(
      await this.#approvals.approve(record, decision, person),
      options,
    );
  }

  async reject(
    id: string,
    decision: Decision,
    options: WithCredentials,
  ): Promise<Promotion> {
    const person = requirePerson(options.credentials, this.#auth);
    const record = await this.#read(id, options);
    await this.#requirePermission(mlPromotionApprovePermission, options);
    return await this.#view(
      await this.#approvals.reject(record, decision, person),
      options,
    );
  }

  async cancel(
    id: string,
    change: { revision: number; reason?: string },
    options: WithCredentials,
  ): Promise<Promotion> {
    const record = await this.#read(id, options);
    await this.#requirePermission(mlPromotionCancelPermission, options);
    const actor = actorOf(options.credentials, this.#auth);
    const isRequester = accountOf(actor) === record.requestedBy;
    if (!isRequester && !(await this.#isOwner(record, options))) {
      throw new NotAllowedError(
        `Only '${record.requestedBy}', who asked for it, or an owner of '${record.model}' can withdraw the promotion`,
      );
    }
    return await this.#view(
      await this.#promotions.cancel(record, change, actor),
      options,
    );
  }

  async reevaluate(
    id: string,
    change: { revision: number },
    options: WithCredentials,
  ): Promise<Promotion> {
    const record = await this.#read(id, options);
    await this.#models.require(
      mlPromotionCreatePermission,
      record.model,
      options,
    );
    return await this.#view(
      await this.#promotions.reevaluate(
        record,
        change.revision,
        actorOf(options.credentials, this.#auth),
      ),
      options,
    );
  }

  /** Adds the reason of a rollback, by whoever may roll the model back. */
  async addReason(
    id: string,
    reason: string,
    options: WithCredentials,
  ): Promise<Promotion> {
    const record = await this.#read(id, options);
    const actor = actorOf(options.credentials, this.#auth);
    if (accountOf(actor) !== record.requestedBy) {
      await this.#models.require(
        mlPromotionRollbackPermission,
        record.model,
        options,
      );
    }
    return await this.#view(
      await this.#promotions.addReason(record, reason, actor),
      options,
    );
  }

  async rollBack(
    model: string,
    request: RollbackRequest,
    options: WithCredentials,
  ): Promise<Promotion> {
    await this.#models.getModel(model, options);
    await this.#models.require(mlPromotionRollbackPermission, model, options);
    const record = await this.#rollbacks.rollBack(
      model,
      request,
      actorOf(options.credentials, this.#auth),
    );
    return await this.#view(record, options);
  }

  async explainGate(
    id: string,
    gateId: string,
    options: WithCredentials,
  ): Promise<GateExplanation> {
    const record = await this.#readHistory(id, options);
    const run = record.gateRuns.find(one => one.gateId === gateId);
    if (!run) {
      throw new NotFoundError(`Promotion '${id}' has no gate '${gateId}'`);
    }
    return explainGate(run);
  }

  /** A promotion to be acted upon: its model must be there. */
  async #read(id: string, options: WithCredentials): Promise<PromotionRecord> {
    const record = await this.#store.find(id);
    if (record) {
      const { model } = record;
      const readable = await this.#models.filterReadable([model], options);
      if (readable.has(model)) {
        return record;
      }
    }
    throw noPromotion(id);
  }

  /** A promotion to be looked at, which outlives its model. */
  async #readHistory(
    id: string,
    options: WithCredentials,
  ): Promise<PromotionRecord> {
    const record = await this.#store.find(id);
    if (!record) {
      throw noPromotion(id);
    }
    try {
      await this.#history.require(record.model, options);
    } catch (error) {
      // Which model it is about is not for those who may not read it.
      throw error instanceof NotFoundError ? noPromotion(id) : error;
    }
    return record;
  }

  async #view(
    record: PromotionRecord,
    options: WithCredentials,
  ): Promise<Promotion> {
    const actor = actorOf(options.credentials, this.#auth);
    const account = accountOf(actor);
    const decisions = await this.#permissions.authorize(
      [
        { permission: mlPromotionApprovePermission },
        { permission: mlPromotionCancelPermission },
        { permission: mlPromotionCreatePermission, resourceRef: record.model },
      ],
      options,
    );
    const [mayApprove, mayCancel, mayRequest] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    const viewer: Viewer = {
      account,
      person: actor.kind === 'user',
      mayApprove,
      mayCancel,
      mayRequest,
      // An owner may withdraw it. So may who asked: the catalog is spared.
      owner:
        account !== record.requestedBy &&
        (await this.#isOwner(record, options)),
    };
    return await this.#viewer.view(record, viewer);
  }

  async #isOwner(
    record: PromotionRecord,
    { credentials }: WithCredentials,
  ): Promise<boolean> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return false;
    }
    const model = await this.#models.getModelForBackgroundWork(record.model);
    const owner = model && ownerOf(model);
    return (
      owner !== undefined &&
      (await this.#members.membersOf(owner)).has(
        credentials.principal.userEntityRef,
      )
    );
  }

  async #may(
    permission: BasicPermission,
    { credentials }: WithCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  async #requirePermission(
    permission: BasicPermission,
    options: WithCredentials,
  ): Promise<void> {
    if (!(await this.#may(permission, options))) {
      throw new NotAllowedError(
        `You are missing the permission '${permission.name}'`,
      );
    }
  }
}

function noPromotion(id: string): NotFoundError {
  return new NotFoundError(`No promotion '${id}'`);
}
