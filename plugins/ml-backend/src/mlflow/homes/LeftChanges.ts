import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { RegistryWriter, VersionSource } from '@understudy/plugin-ml-node';
import { VersionSources } from '../../registry/sync/VersionSources';
import { ModelReader } from '../records/ModelReader';
import { StoredModel } from '../records/portalRows';
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
    for (const source of sources) {
      const { registryWriter: writer } = source;
      if (writer) {
        await this.#settleAt(source, writer);
      }
    }
  }

  async #settleAt(
    source: VersionSource,
    writer: RegistryWriter,
  ): Promise<void> {
    for (const key of await this.#claims.listLeft(source.id)) {
      const claim = await this.#claims.takeLeft(key);
      if (!claim) {
        continue;
      }
      try {
        const record = await this.#require(claim);
        await this.#changes.settle(claim, { record, source, writer });
      } catch (error) {
        this.#logger.warn(
          `Registry '${source.id}': how '${claim.asked.change.kind}' ended, which '${claim.asked.asker.account}' asked for at ${claim.since.toISOString()}, could not be found out: ${stringifyError(error)}`,
        );
        if (error instanceof ServiceUnavailableError) {
          // Nor would it answer about the others.
          return;
        }
        await this.#giveUpIfOld(claim);
      }
    }
  }

  async #require({ asked }: ChangeClaim): Promise<StoredModel> {
    const record = await this.#reader.findById(asked.recordId);
    if (!record) {
      throw new Error(`There is no record '${asked.recordId}'`);
    }
    return record;
  }

  async #giveUpIfOld(claim: ChangeClaim): Promise<void> {
    const age = this.#now().getTime() - claim.since.getTime();
    if (age > GIVE_UP_MS) {
      await this.#changes.drop(claim, 'it could not be settled for a day');
    }
  }
}
