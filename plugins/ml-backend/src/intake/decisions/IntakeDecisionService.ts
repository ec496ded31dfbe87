import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  IntakeDecisionResult,
  mlIntakeClaimPermission,
  mlVersionRegisterPermission,
  ModelEntity,
  registryRecordKey,
} from '@understudy/plugin-ml-common';
import { ModelAccess } from '../../models/ModelAccess';
import { readEntities } from '../../models/readScope';
import { SubjectStore } from '../../subjects/SubjectStore';
import { subjectEntityOf } from '../../subjects/subjectEntityOf';
import { IntakeCaller, IntakeCallers } from '../IntakeCallers';
import { VisibleRecords } from '../records/VisibleRecords';
import {
  DecisionLine,
  judgeLine,
  LineInWork,
  readRequests,
  toResult,
} from './decisionLines';
import { DecisionToWrite, DecisionWriter } from './DecisionWriter';
import { DecisionFacts } from './judgeDecision';

/** Decides about records, each line for itself. */
export class IntakeDecisionService {
  readonly #callers: IntakeCallers;
  readonly #catalog: CatalogService;
  readonly #models: ModelAccess;
  readonly #subjects: SubjectStore;
  readonly #visible: VisibleRecords;
  readonly #writer: DecisionWriter;

  constructor(options: {
    callers: IntakeCallers;
    catalog: CatalogService;
    models: ModelAccess;
    subjects: SubjectStore;
    visible: VisibleRecords;
    writer: DecisionWriter;
  }) {
    this.#callers = options.callers;
    this.#catalog = options.catalog;
    this.#models = options.models;
    this.#subjects = options.subjects;
    this.#visible = options.visible;
    this.#writer = options.writer;
  }

  /**
   * Decides line by line: what is refused keeps nothing else from being
   * accepted, and what is accepted is committed together. A dry run only tells
   * what would become of each line.
   */
  async decide(
    lines: readonly DecisionLine[],
    options: { credentials: BackstageCredentials; dryRun: boolean },
  ): Promise<IntakeDecisionResult[]> {
    const caller = await this.#identify(options.credentials);
    const work = lines.map((line): LineInWork => ({ line }));
    readRequests(work);
    await this.#findRecords(work, caller);
    const facts = await this.#gatherFacts(work, caller);
    for (const one of work) {
      judgeLine(one, facts);
    }
    const open = work.filter(one => !one.refusal && !one.outcome);
    if (options.dryRun) {
      open.forEach(one => {
        one.outcome = 'would-accept';
      });
    } else if (open.length > 0) {
      await this.#write(open, facts.models, caller);
    }
    return work.map(toResult);
  }

  async #identify(credentials: BackstageCredentials): Promise<IntakeCaller> {
    const caller = await this.#callers.identify(credentials);
    if (!caller.mayClaim && !caller.mayDecide) {
      throw new NotAllowedError(
        `You are missing the permission '${mlIntakeClaimPermission.name}'`,
      );
    }
    return caller;
  }

  async #findRecords(work: LineInWork[], caller: IntakeCaller): Promise<void> {
    const open = work.filter(one => !one.refusal);
    const found = await this.#visible.find(
      open.map(one => one.line.record),
      caller,
    );
    for (const one of open) {
      const { record } = one.line;
      one.record = found.get(registryRecordKey(record));
      if (!one.record) {
        one.refusal = new NotFoundError(
          `No record '${record.name}' of registry '${record.server}'${
            record.workspace ? ` in workspace '${record.workspace}'` : ''
          } is known, or you may not see it`,
        );
      }
    }
  }

  async #gatherFacts(
    work: readonly LineInWork[],
    caller: IntakeCaller,
  ): Promise<DecisionFacts> {
    const owners: string[] = [];
    const targets: string[] = [];
    const taken: string[] = [];
    for (const { requested, record } of work) {
      if (requested?.action === 'claim') {
        owners.push(requested.owner);
      } else if (requested?.action === 'bind') {
        targets.push(requested.model);
      }
      if (record?.decision?.model) {
        taken.push(record.decision.model);
      }
    }
    const groups = await readEntities(this.#catalog, owners, {
      scope: caller.scope,
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
    });
    return {
      caller,
      groups: new Set(groups.keys()),
      models: await this.#visible.readModels(targets, caller.scope),
      registrable: caller.mayDecide
        ? new Set()
        : await this.#models.filterAllowed(
            mlVersionRegisterPermission,
            [...targets, ...taken],
            caller,
          ),
    };
  }

  async #write(
    open: LineInWork[],
    models: ReadonlyMap<string, ModelEntity>,
    caller: IntakeCaller,
  ): Promise<void> {
    const subjectIds = new Map<string, string>();
    const decisions = new Map<LineInWork, DecisionToWrite>();
    for (const one of open) {
      const { requested, record } = one;
      if (!requested || !record) {
        continue;
      }
      let { subject_id: subjectId } = record.row;
      if (requested.action === 'bind') {
        const model = models.get(requested.model);
        subjectId =
          subjectIds.get(requested.model) ??
          (model && (await this.#subjects.ensure(subjectEntityOf(model))).id) ??
          subjectId;
        subjectIds.set(requested.model, subjectId);
      }
      decisions.set(one, { record, requested, subjectId });
    }
    const written = await this.#writer.write(
      [...decisions.values()],
      caller.actor,
    );
    for (const [one, decision] of decisions) {
      const outcome = written.get(decision);
      if (outcome === 'changed-meanwhile') {
        one.refusal = new ConflictError(
          `Somebody decided about '${one.line.record.name}' at the same time; look at it again`,
        );
      } else {
        one.outcome = outcome;
      }
    }
  }
}
