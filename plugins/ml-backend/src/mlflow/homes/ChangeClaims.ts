import { ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import {
  LeftChange,
  ServerChangeRow,
  toChangeColumns,
  toLeftChange,
} from './changeRows';

/** Whoever holds a claim prolongs it; a replica that died does not. */
const LEASE_MS = 10_000;
const RENEW_MS = 2_500;
/** A client that heard no answer has given up by then. */
const KEEP_MS = 600_000;
/** Of what was left the oldest come first, and the others at the next turn. */
const LEFT_LIMIT = 100;

/** The right to have a server make a change, until it is lost. */
export interface ChangeClaim {
  key: string;
  fencingToken: number;
  /** Since when the server may have been asked. */
  since: Date;
  /**
   * What is asked for. Whoever held the claim before did not say how that ended
   * when it is `left`.
   */
  asked: LeftChange;
  left: boolean;
}

/**
 * Writes down what is asked of servers, before they are asked, and lets one
 * replica at a time do it. Whoever takes a claim over has to find out first
 * whether the one before got as far as the server.
 */
export class ChangeClaims {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #repeatMs: number;

  constructor(options: {
    knex: Knex;
    now: () => Date;
    /** For so long a registration is taken for the one before, asked again. */
    repeatMs: number;
  }) {
    this.#knex = options.knex;
    this.#now = options.now;
    this.#repeatMs = options.repeatMs;
  }

  /**
   * The claim, or the registry's number of what was registered already, or
   * `busy` while a living replica holds it.
   *
   * @param begin - runs in the same transaction when something new is asked.
   */
  async acquire(
    key: string,
    asked: LeftChange,
    begin: (tx: Knex.Transaction) => Promise<void> = async () => {},
  ): Promise<ChangeClaim | { done: string } | 'busy'> {
    return await this.#knex.transaction(async tx => {
      const now = this.#now();
      const fresh = {
        ...toChangeColumns(asked),
        claimed_at: now.toISOString(),
      };
      await tx<ServerChangeRow>('server_change')
        .insert({ key, ...fresh, fencing_token: 0 })
        .onConflict('key')
        .ignore();
      const row = await tx<ServerChangeRow>('server_change')
        .where({ key })
        .forUpdate()
        .first();
      if (!row || isHeld(row, now)) {
        return 'busy';
      }
      if (
        row.done_at !== null &&
        row.record_version !== null &&
        now.getTime() - Date.parse(row.done_at) < this.#repeatMs
      ) {
        return { done: row.record_version };
      }
      const left = row.done_at === null && row.fencing_token > 0;
      if (left) {
        return await this.#take(tx, row, toLeftChange(row) ?? asked);
      }
      await begin(tx);
      const claim = { ...row, ...fresh, done_at: null, record_version: null };
      return { ...(await this.#take(tx, claim, asked)), left: false };
    });
  }

  /** What is left of replicas that died, and of calls without an answer. */
  async listLeft(server: string): Promise<string[]> {
    return await this.#knex<ServerChangeRow>('server_change')
      .where({ server })
      .whereNull('done_at')
      .where(free => this.#whereFree(free))
      .orderBy(['claimed_at', 'key'])
      .limit(LEFT_LIMIT)
      .pluck('key');
  }

  /** The claim to something that was left, unless somebody else was faster. */
  async takeLeft(key: string): Promise<ChangeClaim | undefined> {
    return await this.#knex.transaction(async tx => {
      const row = await tx<ServerChangeRow>('server_change')
        .where({ key })
        .whereNull('done_at')
        .forUpdate()
        .first();
      const asked = row && toLeftChange(row);
      return row && asked && !isHeld(row, this.#now())
        ? await this.#take(tx, row, asked)
        : undefined;
    });
  }

  /** Prolongs the claim while something runs, and ends that when it is lost. */
  async hold<T>(
    claim: ChangeClaim,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const lost = new AbortController();
    const renewal = setInterval(() => {
      this.#renew(claim).then(
        held => held || lost.abort(isTakenOver()),
        error => lost.abort(error),
      );
    }, RENEW_MS);
    lost.signal.addEventListener('abort', () => clearInterval(renewal));
    try {
      return await run(lost.signal);
    } finally {
      clearInterval(renewal);
    }
  }

  /**
   * Notes that it is done, in the transaction that writes it down. Throws
   * ServiceUnavailableError when somebody else has taken the claim over
   * meanwhile, who will find it at the server.
   *
   * @param recordVersion - which version it became, where one was registered.
   */
  async finish(
    tx: Knex.Transaction,
    claim: ChangeClaim,
    recordVersion: string | undefined,
  ): Promise<void> {
    const ended = await this.#end(claim, tx, recordVersion);
    if (!ended) {
      throw isTakenOver();
    }
    const old = new Date(this.#now().getTime() - KEEP_MS).toISOString();
    await tx<ServerChangeRow>('server_change')
      .where('done_at', '<', old)
      // Left by an earlier portal, and not asked again.
      .orWhere(unknown =>
        unknown.whereNull('server').where('claimed_at', '<', old),
      )
      .delete();
  }

  /** Ends it: nothing was changed. False when somebody else has it. */
  async drop(tx: Knex.Transaction, claim: ChangeClaim): Promise<boolean> {
    return await this.#end(claim, tx, undefined);
  }

  /** Gives it up without knowing how far the server got. */
  async leave(claim: ChangeClaim): Promise<void> {
    await this.#held(claim).update({ lease_until: null });
  }

  /** Forgets which version it became, if it is that one. */
  async forget(key: string, recordVersion: string): Promise<void> {
    await this.#knex<ServerChangeRow>('server_change')
      .where({ key, record_version: recordVersion })
      .update({ record_version: null });
  }

  /** The row stays for a while, as its fencing token must not come again. */
  async #end(
    claim: ChangeClaim,
    tx: Knex.Transaction,
    recordVersion: string | undefined,
  ): Promise<boolean> {
    const ended = await this.#held(claim, tx).update({
      record_version: recordVersion ?? null,
      done_at: this.#now().toISOString(),
      lease_until: null,
    });
    return ended === 1;
  }

  async #take(
    tx: Knex.Transaction,
    row: ServerChangeRow,
    asked: LeftChange,
  ): Promise<ChangeClaim> {
    const { key, ...columns } = row;
    const fencingToken = row.fencing_token + 1;
    await tx<ServerChangeRow>('server_change')
      .where({ key })
      .update({
        ...columns,
        fencing_token: fencingToken,
        lease_until: this.#leaseEnd(),
      });
    const since = new Date(row.claimed_at);
    return { key, fencingToken, since, asked, left: true };
  }

  async #renew(claim: ChangeClaim): Promise<boolean> {
    const renewed = await this.#held(claim).update({
      lease_until: this.#leaseEnd(),
    });
    return renewed === 1;
  }

  #held({ key, fencingToken }: ChangeClaim, knex: Knex = this.#knex) {
    return knex<ServerChangeRow>('server_change').where({
      key,
      fencing_token: fencingToken,
      done_at: null,
    });
  }

  #whereFree(query: Knex.QueryBuilder): void {
    query
      .whereNull('lease_until')
      .orWhere('lease_until', '<', this.#now().toISOString());
  }

  #leaseEnd(): string {
    return new Date(this.#now().getTime() + LEASE_MS).toISOString();
  }
}

function isHeld({ lease_until: until }: ServerChangeRow, now: Date): boolean {
  return until !== null && until >= now.toISOString();
}

function isTakenOver(): ServiceUnavailableError {
  return new ServiceUnavailableError(
    'Another replica has taken over what was asked for; ask again',
  );
}
