import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  LedgerPage,
  LedgerVerification,
  mlLedgerReadPermission,
  parseVersionRef,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { HistoryAccess } from '../models/HistoryAccess';
import { SubjectStore } from '../subjects/SubjectStore';
import { DatabaseLedger, LedgerFilter } from './DatabaseLedger';
import { verifyLedger } from './verifyLedger';

interface WithCredentials {
  credentials: BackstageCredentials;
}

/** What a caller asks the ledger for. */
export interface LedgerQuery {
  /** Ref of a model, or of one version of it. */
  subject?: string;
  type?: string;
  /** Id of a promotion. */
  correlationId?: string;
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
}

/**
 * Reads the ledger. What concerns a model is readable when the model is; what
 * goes across models needs the permission `ml.ledger.read`.
 */
export class LedgerService {
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #permissions: PermissionsService;
  readonly #history: HistoryAccess;
  readonly #subjects: SubjectStore;

  constructor(options: {
    knex: Knex;
    ledger: DatabaseLedger;
    permissions: PermissionsService;
    history: HistoryAccess;
    subjects: SubjectStore;
  }) {
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#permissions = options.permissions;
    this.#history = options.history;
    this.#subjects = options.subjects;
  }

  /** Events newest first. */
  async list(
    query: LedgerQuery,
    options: WithCredentials,
  ): Promise<LedgerPage> {
    const scope = await this.#scope(query, options);
    if (!scope) {
      return { items: [] };
    }
    const { items, next } = await this.#ledger.list({
      filter: {
        ...scope,
        type: query.type,
        correlationId: query.correlationId,
        from: query.from,
        to: query.to,
      },
      limit: query.limit,
      before: readCursor(query.cursor),
    });
    return { items, ...(next === undefined ? {} : { nextCursor: `${next}` }) };
  }

  /** Verifies the whole chain. */
  async verify(options: WithCredentials): Promise<LedgerVerification> {
    await this.#requireLedgerRead(options);
    return await verifyLedger(this.#knex);
  }

  /** Undefined when the model has no history at all. */
  async #scope(
    query: LedgerQuery,
    options: WithCredentials,
  ): Promise<LedgerFilter | undefined> {
    if (query.subject === undefined) {
      await this.#requireLedgerRead(options);
      return {};
    }
    const { version, ...entity } = parseVersionRef(query.subject, {
      defaultKind: 'model',
    });
    const ref = stringifyEntityRef(entity);
    await this.#history.require(ref, options);
    const subject = await this.#subjects.findByRef(ref);
    return (
      subject && {
        subjectId: subject.id,
        ...(version === undefined ? {} : { subject: `${ref}@${version}` }),
      }
    );
  }

  async #mayReadLedger({ credentials }: WithCredentials): Promise<boolean> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: mlLedgerReadPermission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  async #requireLedgerRead(options: WithCredentials): Promise<void> {
    if (!(await this.#mayReadLedger(options))) {
      throw new NotAllowedError(
        `You are missing the permission '${mlLedgerReadPermission.name}'; name a model in 'subject' to read its part of the ledger`,
      );
    }
  }
}

function readCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const sequence = Number(cursor);
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    throw new InputError(`The cursor '${cursor}' is not one of the ledger`);
  }
  return sequence;
}
