import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { VersionSource } from '@understudy/plugin-ml-node';
import { VersionSources } from '../../registry/sync/VersionSources';
import { ModelReader } from '../records/ModelReader';
import { ChangeClaim, ChangeClaims } from './ChangeClaims';
import { ServedChanges } from './ServedChanges';

/** What fails for so long by itself, and not for its server, never ends. */
const GIVE_UP_MS = 24 * 60 * 60 * 1000;

/**
 * Brings to their end the changes of servers that a replica left when it died,
 * or that no answer came to, whether their client asks again or not.
 */
export class LeftChanges {
  readonly #changes: ServedChanges;
  readonly #claims: ChangeClaims;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #reader: ModelReader;
  readonly #sources: VersionSources;

  constructor(options: {
    changes: ServedChanges;
    claims: ChangeClaims;
    logger: LoggerService;
    now: () => Date;
    reader: ModelReader;
    sources: VersionSources;
  }) {
    this.#changes = options.changes;
    this.#claims = options.claims;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#reader = options.reader;
    this.#sources = options.sources;
  }

  /**
   * Settles what was left at some servers, or at all. What cannot be settled
   * now is told in the log, and left to the next time.
   */
  async settle(
    sources: readonly VersionSource[] = this.#sources.list(),
  ): Promise<void> {
    const writable = sources.filter(one => one.registryWriter !== undefined);
    const keys =
      writable.length > 0
        ? await this.#claims.listLeft(writable.map(({ id }) => id))
        : [];
    const silent = new Set<string>();
    for (const key of keys) {
      const claim = await this.#claims.takeLeft(key);
      if (!claim) {
        continue;
      }
      const { server } = claim.asked;
      if (silent.has(server)) {
        await this.#claims.leave(claim);
      } else if (!(await this.#settleOne(claim))) {
        silent.add(server);
      }
    }
  }

  /** False when the server does not answer. */
  async #settleOne(claim: ChangeClaim): Promise<boolean> {
    const { change, recordId, server } = claim.asked;
    const source = this.#sources.find(server);
    const record = await this.#reader.findById(recordId);
    if (!source?.registryWriter || !record) {
      await this.#changes.drop(
        claim,
        `there is no record '${recordId}' any more`,
      );
      return true;
    }
    const { registryWriter: writer } = source;
    try {
      await this.#changes.settle(claim, { record, source, writer });
      return true;
    } catch (error) {
      this.#logger.warn(
        `Registry '${server}': '${change.kind}' of '${record.name}' was left without an answer, and cannot be settled now: ${stringifyError(error)}`,
      );
      if (error instanceof ServiceUnavailableError) {
        return false;
      }
      await this.#giveUpIfOld(claim);
      return true;
    }
  }

  async #giveUpIfOld(claim: ChangeClaim): Promise<void> {
    const age = this.#now().getTime() - claim.since.getTime();
    if (age > GIVE_UP_MS) {
      await this.#changes.drop(claim, 'it could not be settled for a day');
    }
  }
}
