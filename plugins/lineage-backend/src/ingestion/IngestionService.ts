import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  isError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { lineageEventWritePermission } from '@understudy/plugin-lineage-common';
import { setImmediate } from 'node:timers/promises';
import { BatchAnswer, BatchFailure, toBatchAnswer } from './BatchAnswer';
import { EventInbox } from './EventInbox';
import { MAX_BATCH_EVENTS } from './limits';
import { PayloadTooLargeError } from './PayloadTooLargeError';
import { prepareEvent, PreparedEvent } from './prepareEvent';

/** So many events of a batch are read before others get their turn. */
const SLICE = 50;

type WithCredentials = { credentials: BackstageCredentials };

/** Takes events from whoever may send them. */
export class IngestionService {
  readonly #inbox: EventInbox;
  readonly #permissions: PermissionsService;
  readonly #strict: boolean;
  readonly #now: () => Date;

  constructor(options: {
    inbox: EventInbox;
    permissions: PermissionsService;
    /** Refuse what the specification does not allow. */
    strict: boolean;
    now: () => Date;
  }) {
    this.#inbox = options.inbox;
    this.#permissions = options.permissions;
    this.#strict = options.strict;
    this.#now = options.now;
  }

  /** For doors that want to know before they read what is sent. */
  async requireSender({ credentials }: WithCredentials): Promise<void> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: lineageEventWritePermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You are missing the permission '${lineageEventWritePermission.name}'`,
      );
    }
  }

  /** Answers once the event is committed. */
  async accept(event: unknown, options: WithCredentials): Promise<void> {
    await this.requireSender(options);
    await this.#inbox.accept(this.#prepare(event));
  }

  /**
   * Answers once the event is committed. For events that the portal itself lets
   * in, such as those of topics that its configuration names.
   */
  async acceptTrusted(event: unknown): Promise<void> {
    await this.#inbox.accept(this.#prepare(event));
  }

  /**
   * Answers once all events that can be read are committed, and says which
   * cannot be.
   */
  async acceptBatch(
    events: unknown,
    options: WithCredentials,
  ): Promise<BatchAnswer> {
    await this.requireSender(options);
    if (!Array.isArray(events)) {
      throw new InputError('The batch is not a list of events');
    }
    if (events.length > MAX_BATCH_EVENTS) {
      throw new PayloadTooLargeError(
        `The batch has ${events.length} events, of ${MAX_BATCH_EVENTS} allowed`,
      );
    }
    const outcomes: Promise<BatchFailure | undefined>[] = [];
    for (const [index, event] of events.entries()) {
      outcomes.push(this.#acceptOne(index, event));
      if (index % SLICE === SLICE - 1) {
        await setImmediate();
      }
    }
    const failures = (await Promise.all(outcomes)).filter(
      (failure): failure is BatchFailure => failure !== undefined,
    );
    if (
      failures.length > 0 &&
      failures.length === events.length &&
      failures.every(({ retriable }) => retriable)
    ) {
      throw new ServiceUnavailableError(failures[0].reason);
    }
    return toBatchAnswer(events.length, failures);
  }

  async #acceptOne(
    index: number,
    event: unknown,
  ): Promise<BatchFailure | undefined> {
    try {
      await this.#inbox.accept(this.#prepare(event));
      return undefined;
    } catch (error) {
      if (!isError(error)) {
        throw error;
      }
      return {
        index,
        reason: error.message,
        retriable: error instanceof ServiceUnavailableError,
      };
    }
  }

  #prepare(event: unknown): PreparedEvent {
    return prepareEvent(event, { strict: this.#strict, now: this.#now() });
  }
}
