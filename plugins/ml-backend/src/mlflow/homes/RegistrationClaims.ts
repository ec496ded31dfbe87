import { ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';

/** Whoever holds a claim prolongs it; a replica that died does not. */
const LEASE_MS = 10_000;
const RENEW_MS = 2_500;
/** A client that heard no answer has given up by then. */
const KEEP_MS = 600_000;

/** A row of table `registration_claim`. */
interface ClaimRow {
  key: string;
  account: string;
  claimed_at: string;
  fencing_token: number;
  lease_until: string | null;
  record_version: string | null;
  done_at: string | null;
}

/** The right to register a version at its server, until it is lost. */
export interface RegistrationClaim {
  key: string;
  fencingToken: number;
  /** Who asked for it first. */
  account: string;
  /** Since when the server may have been asked. */
  since: Date;
  /** Somebody held the claim before, and did not say how it ended. */
  resumed: boolean;
}

/**
 * Lets one replica at a time register a version that several are asked for,
 * and remembers for a while which version it became. Whoever takes a claim
 * over has to find out first whether the one before got as far as the server.
 */
export class RegistrationClaims {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #repeatMs: number;

  constructor(options: {
    knex: Knex;
    now: () => Date;
    /** For so long a request is taken for the one before, asked again. */
    repeatMs: number;
  }) {
    this.#knex = options.knex;
    this.#now = options.now;
    this.#repeatMs = options.repeatMs;
  }

  /**
   * The claim, or the registry's number of what was registered already, or
   * `busy` while a living replica holds it.
   */
  async acquire(
    key: string,
    account: string,
  ): Promise<RegistrationClaim | { done: string } | 'busy'> {
    return await this.#knex.transaction(async tx => {
      const now = this.#now();
      const fresh = { account, claimed_at: now.toISOString() };
      await tx<ClaimRow>('registration_claim')
        .insert({ key, ...fresh, fencing_token: 0 })
        .onConflict('key')
        .ignore();
      const row = await tx<ClaimRow>('registration_claim')
        .where({ key })
        .forUpdate()
        .first();
      if (!row) {
        return 'busy';
      }
      const ageMs = (at: string) => now.getTime() - Date.parse(at);
      if (
        row.done_at !== null &&
        row.record_version !== null &&
        ageMs(row.done_at) < this.#repeatMs
      ) {
        return { done: row.record_version };
      }
      if (row.lease_until !== null && row.lease_until >= now.toISOString()) {
        return 'busy';
      }
      const isOpen = row.done_at === null && ageMs(row.claimed_at) < KEEP_MS;
      const first = isOpen
        ? { account: row.account, claimed_at: row.claimed_at }
        : fresh;
      const fencingToken = row.fencing_token + 1;
      await tx<ClaimRow>('registration_claim')
        .where({ key })
        .update({
          ...first,
          fencing_token: fencingToken,
          lease_until: this.#leaseEnd(),
          record_version: null,
          done_at: null,
        });
      return {
        key,
        fencingToken,
        account: first.account,
        since: new Date(first.claimed_at),
        resumed: isOpen && row.fencing_token > 0,
      };
    });
  }

  /** Prolongs the claim while something runs, and ends that when it is lost. */
  async hold<T>(
    claim: RegistrationClaim,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const lost = new AbortController();
    const renewal = setInterval(() => {
      this.#renew(claim).then(
        held =>
          held ||
          lost.abort(
            new ServiceUnavailableError(
              'Another replica has taken over what was asked for; ask again',
            ),
          ),
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
   * Notes which version it became. False when somebody else has taken the
   * claim over meanwhile, who will find the version at the server.
   */
  async finish(
    tx: Knex.Transaction,
    claim: RegistrationClaim,
    recordVersion: string,
  ): Promise<boolean> {
    const now = this.#now();
    const finished = await this.#held(claim, tx).update({
      record_version: recordVersion,
      done_at: now.toISOString(),
      lease_until: null,
    });
    await tx<ClaimRow>('registration_claim')
      .where('claimed_at', '<', new Date(now.getTime() - KEEP_MS).toISOString())
      .whereNot({ key: claim.key })
      .where(free =>
        free
          .whereNull('lease_until')
          .orWhere('lease_until', '<', now.toISOString()),
      )
      .delete();
    return finished === 1;
  }

  /** Gives it up: the server has refused, so nothing was registered. */
  async drop(claim: Pick<RegistrationClaim, 'key' | 'fencingToken'>) {
    await this.#held(claim).delete();
  }

  /** Gives it up without knowing how far the server got. */
  async leave(claim: RegistrationClaim): Promise<void> {
    await this.#held(claim).update({ lease_until: null });
  }

  /** Forgets what became of a claim, if that is what it was. */
  async forget(key: string, recordVersion: string): Promise<void> {
    await this.#knex<ClaimRow>('registration_claim')
      .where({ key, record_version: recordVersion })
      .delete();
  }

  async #renew(claim: RegistrationClaim): Promise<boolean> {
    const renewed = await this.#held(claim).update({
      lease_until: this.#leaseEnd(),
    });
    return renewed === 1;
  }

  #held(
    { key, fencingToken }: Pick<RegistrationClaim, 'key' | 'fencingToken'>,
    knex: Knex = this.#knex,
  ) {
    return knex<ClaimRow>('registration_claim').where({
      key,
      fencing_token: fencingToken,
      done_at: null,
    });
  }

  #leaseEnd(): string {
    return new Date(this.#now().getTime() + LEASE_MS).toISOString();
  }
}
