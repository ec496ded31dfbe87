import { LoggerService } from '@backstage/backend-plugin-api';
import {
  eachMlflowRecord,
  MlflowClient,
  MlflowLinks,
  MlflowModelVersion,
  MlflowRecord,
  MlflowRegistryConfig,
} from '@understudy/mlflow-client';
import {
  BindingPattern,
  compilePattern,
  RegistryBindingRule,
} from '@understudy/plugin-ml-common';
import {
  AliasWriter,
  linearTimePatterns,
  RegistryImportConfig,
  RegistryWriter,
  RunEvidence,
  SourceRecord,
  SourceVersion,
  VersionSource,
  WrittenRecord,
} from '@understudy/plugin-ml-node';
import { MlflowAliasWriter } from './aliases/MlflowAliasWriter';
import { ChangeMarks } from './versions/ChangeMarks';
import { EvidenceQuery, readRunEvidence } from './versions/readRunEvidence';
import { toSourceVersion } from './versions/toSourceVersion';
import { VersionDetailsReader } from './versions/VersionDetailsReader';
import { MlflowRegistryWriter } from './writing/MlflowRegistryWriter';

/** Versions whose details are read at the same time. */
const PARALLEL_READS = 8;

/** Versions that are registered, as opposed to being so or having failed. */
const READY = 'READY';

/** One MLflow server as a source of model versions. */
export class MlflowVersionSource implements VersionSource {
  readonly type = 'mlflow';
  readonly id: string;
  readonly title: string;
  readonly uiUrl: string;
  readonly bindingRules: RegistryBindingRule[];
  readonly namespace: string;
  readonly environment?: string;
  readonly intervalSeconds: number;
  readonly aliases: AliasWriter;
  readonly registryWriter: RegistryWriter;

  readonly #client: MlflowClient;
  readonly #links: MlflowLinks;
  readonly #logger: LoggerService;
  readonly #ignore: BindingPattern[];
  readonly #details: VersionDetailsReader;
  readonly #now: () => number;

  static create(options: {
    server: MlflowRegistryConfig;
    importing: RegistryImportConfig;
    logger: LoggerService;
    client?: MlflowClient;
    now?: () => number;
  }): MlflowVersionSource {
    return new MlflowVersionSource(
      options.server,
      options.importing,
      options.client ?? MlflowClient.create(options.server),
      options,
    );
  }

  private constructor(
    server: MlflowRegistryConfig,
    importing: RegistryImportConfig,
    client: MlflowClient,
    options: { logger: LoggerService; now?: () => number },
  ) {
    this.id = server.id;
    this.title = server.title;
    this.uiUrl = server.uiUrl;
    this.intervalSeconds = server.intervalSeconds;
    this.namespace = importing.namespace;
    this.environment = importing.environment;
    this.bindingRules = importing.bindings;
    this.aliases = new MlflowAliasWriter(server, client);
    this.registryWriter = new MlflowRegistryWriter({
      client,
      title: server.title,
      toRecord: (model, kind) => this.#toSourceRecord({ kind, model }),
      toVersion: (version, record, call) =>
        this.#toSourceVersion(version, record, call),
    });
    this.#client = client;
    this.#links = new MlflowLinks(server);
    this.#logger = options.logger;
    this.#ignore = importing.ignore.map((pattern, index) =>
      compilePattern(
        pattern,
        linearTimePatterns,
        `catalog.providers.mlflow.${server.id}.ignore[${index}]`,
      ),
    );
    this.#details = VersionDetailsReader.create({ client, ...options });
    this.#now = options.now ?? Date.now;
  }

  async *listRecords(options: {
    signal: AbortSignal;
  }): AsyncIterable<SourceRecord> {
    const marks = await ChangeMarks.read({
      client: this.#client,
      now: this.#now(),
      signal: options.signal,
    });
    for await (const record of eachMlflowRecord(this.#client, options)) {
      const { name } = record.model;
      if (!this.#ignore.some(pattern => pattern.match(name))) {
        yield this.#toSourceRecord(record, marks.of(record));
      }
    }
  }

  async *listVersions(options: {
    record: SourceRecord;
    signal: AbortSignal;
  }): AsyncIterable<SourceVersion> {
    const { record, signal } = options;
    const pages = this.#client.searchModelVersions({
      name: record.name,
      prompts: record.kind === 'prompt',
      signal,
    });
    for await (const page of pages) {
      for (const group of inGroups(page.filter(isRegistered))) {
        yield* await Promise.all(
          group.map(version =>
            this.#toSourceVersion(version, record, { signal }),
          ),
        );
      }
    }
  }

  async readRunEvidence(
    query: EvidenceQuery,
  ): Promise<RunEvidence | undefined> {
    return await readRunEvidence(
      { client: this.#client, links: this.#links, logger: this.#logger },
      query,
    );
  }

  async #toSourceVersion(
    version: MlflowModelVersion,
    record: WrittenRecord,
    call: { signal: AbortSignal },
  ): Promise<SourceVersion> {
    return toSourceVersion(
      version,
      record.kind === 'prompt' ? {} : await this.#details.read(version, call),
      { id: this.id, links: this.#links },
      record,
    );
  }

  #toSourceRecord(
    { kind, model }: MlflowRecord,
    changeMark?: string,
  ): SourceRecord {
    return {
      name: model.name,
      kind,
      description: model.description,
      tags: model.tags,
      aliases: model.aliases,
      changeMark,
      url:
        kind === 'prompt'
          ? this.#links.prompt(model.name)
          : this.#links.model(model.name),
    };
  }
}

function isRegistered({ status }: MlflowModelVersion): boolean {
  return status === undefined || status === READY;
}

function* inGroups(versions: MlflowModelVersion[]) {
  for (let start = 0; start < versions.length; start += PARALLEL_READS) {
    yield versions.slice(start, start + PARALLEL_READS);
  }
}
