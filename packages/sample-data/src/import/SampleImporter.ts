import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { compileBindingRules } from '@understudy/plugin-ml-common';
import {
  CatalogKnowledge,
  entitiesDigest,
  ImportRules,
  linearTimePatterns,
  MlIntakeDecisionsService,
  planImport,
  waitForIntakeDecisions,
} from '@understudy/plugin-ml-node';
import { RecordDefinition } from '../generate/types';
import { SampleServer } from '../registry/sampleServers';

/**
 * Imports the records of one sample server that no YAML describes, as the
 * importer of a real registry would. It keeps nothing: the records are the same
 * at every start, and none ever goes.
 */
export class SampleImporter {
  readonly id: string;
  readonly providerName: string;
  readonly #decisions: MlIntakeDecisionsService;
  readonly #logger: LoggerService;
  readonly #readCatalog: () => Promise<CatalogKnowledge>;
  readonly #records: readonly RecordDefinition[];
  readonly #rules: ImportRules;
  #digest: string | undefined;
  #running: Promise<void> = Promise.resolve();

  static create(options: {
    server: SampleServer;
    records: readonly RecordDefinition[];
    decisions: MlIntakeDecisionsService;
    logger: LoggerService;
    /** One for all importers, which run at the same time. */
    readCatalog: () => Promise<CatalogKnowledge>;
  }): SampleImporter {
    return new SampleImporter(options);
  }

  private constructor(options: Parameters<typeof SampleImporter.create>[0]) {
    const { server, records } = options;
    this.id = server.id;
    this.providerName = `SampleEntityProvider:${server.id}`;
    this.#decisions = options.decisions;
    this.#logger = options.logger;
    this.#readCatalog = options.readCatalog;
    this.#records = records.filter(
      ({ server: id, undescribed }) => id === server.id && undescribed,
    );
    this.#rules = {
      server: server.id,
      location: `sample:${server.id}`,
      namespace: 'default',
      rules: compileBindingRules(server.bindingRules, {
        engine: linearTimePatterns,
      }),
      ignore: [],
      ownerTag: 'owner',
      ownerNamespace: 'default',
      keepGoneForMs: 0,
    };
  }

  /**
   * Imports once what is running has ended, so that what was decided before
   * this is followed when it resolves. Does not throw: what went wrong is in
   * the log, and the catalog stays as it was.
   */
  async run(options: {
    connection: EntityProviderConnection;
    signal: AbortSignal;
  }): Promise<void> {
    this.#running = this.#running.then(async () => {
      try {
        await this.#import(options);
      } catch (error) {
        if (!options.signal.aborted) {
          this.#logger.warn(
            `The import from "${this.id}" failed: ${stringifyError(error)}`,
          );
        }
      }
    });
    await this.#running;
  }

  async #import(options: {
    connection: EntityProviderConnection;
    signal: AbortSignal;
  }): Promise<void> {
    const { connection, signal } = options;
    const decisions = await waitForIntakeDecisions(this.#decisions, {
      server: this.id,
      signal,
    });
    const { models } = planImport({
      rules: this.#rules,
      providerName: this.providerName,
      read: this.#records,
      known: [],
      catalog: await this.#readCatalog(),
      decisions,
      now: new Date(),
    });
    const digest = entitiesDigest(models);
    if (digest !== this.#digest) {
      await connection.applyMutation({
        type: 'full',
        // Without a location key, so that a team's YAML may take over.
        entities: models.map(({ entity }) => ({ entity })),
      });
      this.#digest = digest;
    }
  }
}
