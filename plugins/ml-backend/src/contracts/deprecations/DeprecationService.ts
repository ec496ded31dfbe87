import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { dayOf } from '@understudy/contracts';
import { DeprecationProgress } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { Duration } from 'luxon';
import { ulid } from 'ulid';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { ModelAccess } from '../../models/ModelAccess';
import { DatabaseOutbox } from '../../outbox/DatabaseOutbox';
import { OutboxMessage } from '../../outbox/OutboxMessage';
import { accountOf, Actor, systemActor } from '../../promotion/Actor';
import { subjectEntityOf } from '../../subjects/subjectEntityOf';
import { SubjectStore } from '../../subjects/SubjectStore';
import { ConsumerReader } from '../consumers/ConsumerReader';
import { KnownConsumer } from '../consumers/KnownConsumer';
import { ContractSubject, FilterReadable } from '../ContractViewer';
import { RequestedDeprecation } from '../contractRequests';
import { contractEvent } from '../publish/contractEvents';
import { currentContract } from '../store/currentContract';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { StoredContract } from '../store/StoredContract';
import { agreedTo } from '../waivers/engineWaivers';
import { WaiversInForce } from '../waivers/WaiversInForce';
import { declaredDeprecations } from './declaredDeprecations';
import { deprecationNotices } from './deprecationNotices';
import {
  DeprecationStore,
  SeenUser,
  StoredDeprecation,
} from './DeprecationStore';
import { describeProgress } from './describeProgress';
import { hasField, isUsing } from './fieldUse';

const DEFAULT_NOTICE = 'P30D';

/** Announces that something will be removed, and follows who moves away. */
export class DeprecationService {
  readonly #consumers: ConsumerReader;
  readonly #deprecations: DeprecationStore;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #models: ModelAccess;
  readonly #now: () => Date;
  readonly #outbox: DatabaseOutbox;
  readonly #store: DatabaseContractStore;
  readonly #subjects: SubjectStore;
  readonly #waivers: WaiversInForce;
  readonly #wake: () => void;

  constructor(options: {
    consumers: ConsumerReader;
    deprecations: DeprecationStore;
    knex: Knex;
    ledger: DatabaseLedger;
    models: ModelAccess;
    outbox: DatabaseOutbox;
    store: DatabaseContractStore;
    subjects: SubjectStore;
    waivers: WaiversInForce;
    /** Called after a commit that leaves a message in the outbox. */
    wake: () => void;
    now?: () => Date;
  }) {
    this.#consumers = options.consumers;
    this.#deprecations = options.deprecations;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#models = options.models;
    this.#now = options.now ?? (() => new Date());
    this.#outbox = options.outbox;
    this.#store = options.store;
    this.#subjects = options.subjects;
    this.#waivers = options.waivers;
    this.#wake = options.wake;
  }

  /** Throws InputError for a date that is too near, ConflictError for what was announced before. */
  async announce(
    subject: ContractSubject & { id: string },
    contract: StoredContract,
    requested: RequestedDeprecation,
    by: { actor: Actor; readable: FilterReadable },
  ): Promise<DeprecationProgress> {
    const at = this.#now().toISOString();
    requireSensible(contract, requested, at);
    const { field, removeAfter, replacement, reason } = requested;
    const stored: StoredDeprecation = {
      id: ulid(),
      contractId: contract.id,
      subjectId: subject.id,
      version: contract.version,
      ...(field && { field }),
      deprecation: {
        since: at,
        removeAfter,
        ...(replacement !== undefined && { replacement }),
        reason,
        by: accountOf(by.actor),
      },
    };
    const { users, complete } = await this.#readUsers(subject, stored);
    const seen = await this.#toSeen(users);
    try {
      await this.#write(subject.ref, contract, stored, { users, seen, ...by });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          `${describe(stored)} of '${subject.ref}' is deprecated already`,
        );
      }
      throw error;
    }
    this.#wake();
    return describeProgress({
      subject: subject.ref,
      stored,
      live: users,
      seen: new Map(),
      agreed: new Map(),
      readable: await by.readable(users.map(({ consumer }) => consumer)),
      complete,
      today: at.slice(0, 10),
    });
  }

  /**
   * Announces what a contract says itself of fields that will go, as far as
   * that is new, so that it is told and followed like everything else.
   */
  async announceDeclared(
    subject: ContractSubject & { id: string },
    contract: StoredContract,
  ): Promise<void> {
    const declared = declaredDeprecations(contract.contract);
    if (declared.length === 0 || contract.status === 'draft') {
      return;
    }
    const known = new Set(
      (await this.#deprecations.list(subject.id)).map(({ field }) =>
        JSON.stringify(field),
      ),
    );
    for (const { field, ...said } of declared) {
      if (known.has(JSON.stringify(field))) {
        continue;
      }
      const stored: StoredDeprecation = {
        id: ulid(),
        contractId: contract.id,
        subjectId: subject.id,
        version: contract.version,
        field,
        deprecation: {
          since: this.#now().toISOString(),
          ...said,
          by: contract.contract.metadata.owner ?? systemActor.ref,
        },
      };
      const { users } = await this.#readUsers(subject, stored);
      const seen = await this.#toSeen(users);
      await this.#write(subject.ref, contract, stored, {
        actor: systemActor,
        users,
        seen,
      });
    }
    this.#wake();
  }

  /** How far the consumers of a subject are with each of its deprecations. */
  async list(
    subject: ContractSubject,
    readable: FilterReadable,
  ): Promise<DeprecationProgress[]> {
    if (subject.id === undefined) {
      return [];
    }
    const deprecations = await this.#deprecations.list(subject.id);
    if (deprecations.length === 0) {
      return [];
    }
    const { usersOf, complete } = await this.#readConsumers(subject);
    const seen = await this.#deprecations.readUsers(
      deprecations.map(({ id }) => id),
    );
    const subjects = await this.#subjects.findByIds(
      [...seen.values()].flat().map(({ consumerId }) => consumerId),
    );
    const waivers = await this.#waivers.read(subject.id);
    const facts = deprecations.map(stored => ({
      stored,
      live: usersOf(stored),
      agreed: stored.field
        ? agreedTo(waivers, stored.field)
        : new Map<string, { until: string }>(),
      seen: new Map(
        (seen.get(stored.id) ?? []).flatMap(({ consumerId, use }) => {
          const found = subjects.get(consumerId);
          return found ? [[found.ref, use] as const] : [];
        }),
      ),
    }));
    const known = await readable(
      facts.flatMap(({ live, seen: before }) => [
        ...live.map(({ consumer }) => consumer),
        ...before.keys(),
      ]),
    );
    const today = this.#now().toISOString().slice(0, 10);
    return facts.map(fact =>
      describeProgress({
        subject: subject.ref,
        ...fact,
        readable: known,
        complete,
        today,
      }),
    );
  }

  /** Notes who uses what is deprecated now, so that later it is known who moved away. */
  async observe(options: { signal: AbortSignal }): Promise<void> {
    const ids = await this.#deprecations.listSubjects();
    const subjects = await this.#subjects.findByIds(ids);
    const entities = await this.#models.getModelsForBackgroundWork(
      [...subjects.values()].map(({ ref }) => ref),
    );
    for (const { id, ref } of subjects.values()) {
      options.signal.throwIfAborted();
      const entity = entities.get(ref);
      const { usersOf } = await this.#readConsumers({ id, ref, entity });
      const at = this.#now().toISOString();
      for (const stored of await this.#deprecations.list(id)) {
        const users = await this.#toSeen(usersOf(stored));
        await this.#deprecations.addUsers(this.#knex, stored.id, users, at);
      }
    }
  }

  async #write(
    ref: string,
    contract: StoredContract,
    stored: StoredDeprecation,
    options: {
      actor: Actor;
      users: readonly KnownConsumer[];
      seen: readonly SeenUser[];
    },
  ): Promise<void> {
    const { deprecation, field } = stored;
    const { actor, seen, users } = options;
    await this.#knex.transaction(async trx => {
      await this.#deprecations.insert(trx, stored);
      await this.#deprecations.addUsers(
        trx,
        stored.id,
        seen,
        deprecation.since,
      );
      if (!field) {
        await this.#store.moveStatus(trx, contract.id, {
          from: 'active',
          to: 'deprecated',
        });
      }
      const [event] = await this.#ledger.append(trx, [
        contractEvent({
          verb: 'deprecated',
          ref,
          contract: field ? contract : { ...contract, status: 'deprecated' },
          actor,
          reason: deprecation.reason,
          after: {
            removeAfter: deprecation.removeAfter,
            ...(field && { field }),
          },
        }),
      ]);
      const announcement: OutboxMessage = {
        kind: 'contract-event',
        subject: ref,
        contractVersionId: contract.id,
        eventType: event.type,
      };
      await this.#outbox.add(
        trx,
        [announcement, ...deprecationNotices(ref, stored, users)].map(
          message => ({ eventId: event.id, message }),
        ),
      );
    });
  }

  async #readUsers(subject: ContractSubject, stored: StoredDeprecation) {
    const { usersOf, complete } = await this.#readConsumers(subject);
    return { users: usersOf(stored), complete };
  }

  async #readConsumers(subject: ContractSubject): Promise<{
    usersOf: (stored: StoredDeprecation) => KnownConsumer[];
    complete: boolean;
  }> {
    const history = await this.#store.readHistory({
      subjectId: subject.id ?? '',
      providerId: '',
    });
    const { consumers, complete } = await this.#consumers.read(
      { ...subject, subjectId: subject.id },
      history,
    );
    const current = currentContract(history)?.version;
    return {
      usersOf: stored =>
        consumers.filter(consumer => isUsing(consumer, stored, current)),
      complete,
    };
  }

  async #toSeen(users: readonly KnownConsumer[]): Promise<SeenUser[]> {
    const entities = await this.#models.getModelsForBackgroundWork(
      users.map(({ consumer }) => consumer),
    );
    const seen: SeenUser[] = [];
    for (const { consumer, use } of users) {
      const entity = entities.get(consumer);
      if (entity) {
        const { id } = await this.#subjects.ensure(subjectEntityOf(entity));
        seen.push({ consumerId: id, use });
      }
    }
    return seen;
  }
}

function requireSensible(
  contract: StoredContract,
  { field, removeAfter }: RequestedDeprecation,
  at: string,
): void {
  if (dayOf(removeAfter) === undefined) {
    throw new InputError(
      `removeAfter is '${removeAfter}', which is no day of the calendar`,
    );
  }
  if (contract.status === 'draft' || contract.status === 'retired') {
    throw new ConflictError(
      `The version ${contract.version} is ${contract.status}: only what is active can be deprecated`,
    );
  }
  if (field && !hasField(contract.contract, field)) {
    throw new InputError(
      `field is '${field.path}' of the port '${field.port}', which the version ${contract.version} does not have`,
    );
  }
  const notice =
    contract.contract.spec.serviceLevels?.deprecationNotice ?? DEFAULT_NOTICE;
  const earliest = new Date(
    Date.parse(at.slice(0, 10)) + Duration.fromISO(notice).toMillis(),
  )
    .toISOString()
    .slice(0, 10);
  if (removeAfter < earliest) {
    throw new InputError(
      `DEPRECATION_TOO_SHORT: removeAfter is '${removeAfter}'; the contract promises a notice of ${notice}, so ${earliest} is the first day that is possible`,
    );
  }
}

function describe({ version, field }: StoredDeprecation): string {
  return field
    ? `The field '${field.path}' in the version ${version}`
    : `The version ${version}`;
}
