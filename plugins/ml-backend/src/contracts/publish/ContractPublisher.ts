import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { Contract, Finding } from '@understudy/contracts';
import { ContractOrigin } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { satisfies } from 'semver';
import { ulid } from 'ulid';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { ownerOf } from '../../models/ModelAccess';
import { DatabaseOutbox } from '../../outbox/DatabaseOutbox';
import { OutboxMessage } from '../../outbox/OutboxMessage';
import { accountOf, Actor } from '../../promotion/Actor';
import { ContractChecker, JudgedContract } from '../check/ContractChecker';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { StoredContract } from '../store/StoredContract';
import { contractDigest, promiseDigest } from './contractDigest';
import { contractEvent, ContractVerb } from './contractEvents';
import { brokenBy, violationNotices } from './contractNotices';
import { statusMove } from './statusMove';

/** A contract that is to become a stored version. */
export interface ContractToPublish {
  subject: { id: string; ref: string };
  /** The provider, of what a consumer expects. */
  providerId?: string;
  entity?: Entity;
  contract: Contract;
  origin: ContractOrigin;
  actor: Actor;
}

/**
 * What became of it. `reused`: its number is taken by another contract, and it
 * was not stored; the findings say so.
 */
export type PublishOutcome =
  | {
      kind: 'created' | 'replaced' | 'moved' | 'unchanged';
      stored: StoredContract;
    }
  | { kind: 'reused'; findings: Finding[] };

/**
 * Stores versions of contracts with what they do to those before them and to
 * their consumers, and tells whoever breaks. What was active is never replaced.
 */
export class ContractPublisher {
  readonly #checker: ContractChecker;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #outbox: DatabaseOutbox;
  readonly #store: DatabaseContractStore;
  readonly #wake: () => void;

  constructor(options: {
    checker: ContractChecker;
    knex: Knex;
    ledger: DatabaseLedger;
    outbox: DatabaseOutbox;
    store: DatabaseContractStore;
    /** Called after a commit that leaves a message in the outbox. */
    wake: () => void;
    now?: () => Date;
  }) {
    this.#checker = options.checker;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#now = options.now ?? (() => new Date());
    this.#outbox = options.outbox;
    this.#store = options.store;
    this.#wake = options.wake;
  }

  async publish(request: ContractToPublish): Promise<PublishOutcome> {
    try {
      return await this.#publish(request);
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
      // Another replica stored this number meanwhile: look again at what it is.
      return await this.#publish(request);
    }
  }

  async #publish(request: ContractToPublish): Promise<PublishOutcome> {
    const { contract, subject, providerId = '' } = request;
    const line = { subjectId: subject.id, providerId };
    const history = await this.#store.readHistory(line);
    const { version } = contract.metadata;
    const same =
      history.find(stored => stored.version === version) ??
      (await this.#store.find(line, version));
    if (same && promiseDigest(same.contract) === promiseDigest(contract)) {
      return await this.#moveStatus(request, same);
    }
    const judged =
      providerId === ''
        ? await this.#checker.judge({
            ref: subject.ref,
            subjectId: subject.id,
            entity: request.entity,
            contract,
            history:
              same?.status === 'draft' ? without(history, same) : history,
          })
        : undefined;
    if (same && same.status !== 'draft') {
      return { kind: 'reused', findings: aboutNumber(judged, contract) };
    }
    const stored = this.#toStored(request, judged, same?.id);
    await this.#write(request, stored, judged, { history, isNew: !same });
    return { kind: same ? 'replaced' : 'created', stored };
  }

  #toStored(
    { contract, subject, providerId = '', origin, actor }: ContractToPublish,
    judged: JudgedContract | undefined,
    id: string = ulid(),
  ): StoredContract {
    const findings = judged?.report?.findings ?? [];
    const count = (severity: Finding['severity']) =>
      findings.filter(finding => finding.severity === severity).length;
    const report = judged?.report;
    return {
      id,
      subjectId: subject.id,
      providerId,
      version: contract.metadata.version,
      status: contract.metadata.status,
      origin,
      digest: contractDigest(contract),
      contract,
      ...(report && {
        report,
        verdict: report.verdict,
        requiredBump: report.requiredBump,
      }),
      findings: {
        errors: count('error'),
        warnings: count('warning'),
        infos: count('info'),
      },
      publishedBy: accountOf(actor),
      publishedAt: this.#now().toISOString(),
    };
  }

  async #write(
    request: ContractToPublish,
    stored: StoredContract,
    judged: JudgedContract | undefined,
    options: { history: readonly StoredContract[]; isNew: boolean },
  ): Promise<void> {
    const broken =
      judged && stored.status === 'active'
        ? brokenBy(judged, ({ range }) =>
            staysWithOlder(range, stored, options.history),
          )
        : [];
    const notices = violationNotices({
      ref: request.subject.ref,
      contractId: stored.id,
      version: stored.version,
      owner: request.entity && ownerOf(request.entity),
      broken,
    });
    await this.#knex.transaction(async trx => {
      if (options.isNew) {
        await this.#store.insert(trx, stored);
      } else if (!(await this.#store.replaceDraft(trx, stored))) {
        throw new Error(
          `The contract ${stored.version} of '${request.subject.ref}' became active while it was replaced`,
        );
      }
      await this.#tell(trx, request, stored, 'published', {});
      if (broken.length > 0) {
        await this.#tell(trx, request, stored, 'violated', {
          after: { consumers: broken.map(({ consumer }) => consumer) },
          notices,
        });
      }
    });
    this.#wake();
  }

  async #moveStatus(
    request: ContractToPublish,
    same: StoredContract,
  ): Promise<PublishOutcome> {
    const to = request.contract.metadata.status;
    const verb = statusMove(same.status, to);
    if (!verb) {
      return { kind: 'unchanged', stored: same };
    }
    const stored: StoredContract = {
      ...same,
      status: to,
      contract: {
        ...same.contract,
        metadata: { ...same.contract.metadata, status: to },
      },
    };
    const moved = await this.#knex.transaction(async trx => {
      const move = { from: same.status, to };
      if (!(await this.#store.moveStatus(trx, same.id, move))) {
        return false;
      }
      await this.#tell(trx, request, stored, verb, {});
      return true;
    });
    if (!moved) {
      return { kind: 'unchanged', stored: same };
    }
    this.#wake();
    return { kind: 'moved', stored };
  }

  async #tell(
    trx: Knex.Transaction,
    { subject, actor }: ContractToPublish,
    contract: StoredContract,
    verb: ContractVerb,
    options: { after?: Record<string, unknown>; notices?: OutboxMessage[] },
  ): Promise<void> {
    const { after, notices = [] } = options;
    const [event] = await this.#ledger.append(trx, [
      contractEvent({ verb, ref: subject.ref, contract, actor, after }),
    ]);
    const announcement: OutboxMessage = {
      kind: 'contract-event',
      subject: subject.ref,
      contractVersionId: contract.id,
      eventType: event.type,
    };
    await this.#outbox.add(
      trx,
      [announcement, ...notices].map(message => ({
        eventId: event.id,
        message,
      })),
    );
  }
}

function without(
  history: readonly StoredContract[],
  draft: StoredContract,
): StoredContract[] {
  return history.filter(({ id }) => id !== draft.id);
}

/** Whether a version that a consumer takes is still served besides a new one. */
function staysWithOlder(
  range: string | undefined,
  next: StoredContract,
  history: readonly StoredContract[],
): boolean {
  return (
    range !== undefined &&
    !satisfies(next.version, range) &&
    history.some(
      ({ id, status, version }) =>
        id !== next.id &&
        (status === 'active' || status === 'deprecated') &&
        satisfies(version, range),
    )
  );
}

/** What says that a number is taken; of a consumer's contract nothing else is judged. */
function aboutNumber(
  judged: JudgedContract | undefined,
  { metadata }: Contract,
): Finding[] {
  const said = (judged?.report?.findings ?? []).filter(({ ruleId }) =>
    ['VERSION_NOT_BUMPED', 'VERSION_REUSED_DIGEST'].includes(ruleId),
  );
  return said.length > 0
    ? said
    : [
        {
          ruleId: 'VERSION_REUSED_DIGEST',
          severity: 'error',
          direction: 'both',
          port: '',
          pointer: '/metadata/version',
          pointsInto: 'new',
          path: '',
          new: metadata.version,
          message: `The version ${metadata.version} is taken by another contract.`,
          remediation: 'Give the changed contract another number.',
          basis: 'declared',
        },
      ];
}
