import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { canonicalJson } from '@understudy/contracts';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { UnprocessableError } from './conflicts';

const KEEP_MS = 24 * 3600 * 1000;
const ABANDONED_MS = 60_000;
const MAX_KEY_LENGTH = 255;

/** What a request was answered with. */
export interface Answer {
  status: number;
  body: unknown;
}

interface KeyRow {
  principal: string;
  key: string;
  request_hash: string;
  status: number | null;
  response: string | null;
  created_at: string;
}

/** Gives the same answer to the same request for 24 hours. */
export class IdempotencyKeys {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now: () => Date }) {
    return new IdempotencyKeys(options.knex, options.now);
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  /**
   * Runs a request once per key and principal. Only answers are kept, not
   * errors: what failed may be tried again with the same key.
   *
   * @throws UnprocessableError when the key came with another request,
   *   ConflictError while the first one is still being worked on.
   */
  async once(
    options: { principal: string; key: string; request: unknown },
    run: () => Promise<Answer>,
  ): Promise<Answer> {
    const { principal, key } = options;
    if (key.length > MAX_KEY_LENGTH) {
      throw new InputError(
        `The header 'Idempotency-Key' has ${key.length} characters; ${MAX_KEY_LENGTH} are allowed`,
      );
    }
    const hash = createHash('sha256')
      .update(canonicalJson(options.request))
      .digest('hex');
    const known = await this.#claim(principal, key, hash);
    if (known) {
      return known;
    }
    const row = this.#knex<KeyRow>('idempotency_key').where({ principal, key });
    try {
      const answer = await run();
      await row.clone().update({
        status: answer.status,
        response: JSON.stringify(answer.body),
      });
      return answer;
    } catch (error) {
      await row.clone().whereNull('status').delete();
      throw error;
    }
  }

  /** Forgets keys older than 24 hours. */
  async prune(): Promise<void> {
    await this.#knex<KeyRow>('idempotency_key')
      .where('created_at', '<', this.#before(KEEP_MS))
      .delete();
  }

  /** The stored answer, or undefined when the request has to be run now. */
  async #claim(
    principal: string,
    key: string,
    hash: string,
  ): Promise<Answer | undefined> {
    const table = () => this.#knex<KeyRow>('idempotency_key');
    await table()
      .where({ principal, key })
      .andWhere(old =>
        old
          .where('created_at', '<', this.#before(KEEP_MS))
          .orWhere(abandoned =>
            abandoned
              .whereNull('status')
              .andWhere('created_at', '<', this.#before(ABANDONED_MS)),
          ),
      )
      .delete();
    try {
      await table().insert({
        principal,
        key,
        request_hash: hash,
        created_at: this.#now().toISOString(),
      });
      return undefined;
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
    }
    const row = await table().where({ principal, key }).first();
    if (row && row.request_hash !== hash) {
      throw new UnprocessableError(
        `The 'Idempotency-Key' '${key}' was used for another request`,
      );
    }
    if (row?.status === undefined || row.status === null) {
      throw new ConflictError(
        `The first request with the 'Idempotency-Key' '${key}' is still being worked on; try again in a moment`,
      );
    }
    return { status: row.status, body: JSON.parse(row.response ?? 'null') };
  }

  #before(ms: number): string {
    return new Date(this.#now().getTime() - ms).toISOString();
  }
}
