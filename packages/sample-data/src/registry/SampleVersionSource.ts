import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { RegistryBindingRule } from '@understudy/plugin-ml-common';
import type {
  AliasWriter,
  SourceRecord,
  SourceVersion,
  VersionSource,
} from '@understudy/plugin-ml-node';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateVersions } from '../generate/generateVersion';
import { RecordDefinition } from '../generate/types';
import { AliasFiles, fileContent } from './AliasFiles';
import { ifPresent } from './ifPresent';
import { readAliasDelay } from './readAliasDelay';
import { SampleServer } from './sampleServers';

interface SampleRecord {
  definition: RecordDefinition;
  versions: SourceVersion[];
  /** Changes when the versions are generated differently. */
  mark: string;
}

/**
 * A registry server that lives in the backend's own process: versions are
 * generated, only the aliases that were moved are kept, in files.
 *
 * A file `<server>.down` in the directory switches the server off, to see how
 * the portal copes with a registry that does not answer. A file
 * `<server>.slow` makes it take its time with aliases; see `readAliasDelay`.
 */
export class SampleVersionSource implements VersionSource {
  readonly type = 'sample';
  readonly namespace = 'default';
  readonly intervalSeconds: number;
  readonly id: string;
  readonly title: string;
  readonly bindingRules: RegistryBindingRule[];
  readonly aliases: AliasWriter;
  readonly #records: ReadonlyMap<string, SampleRecord>;
  readonly #files: AliasFiles;
  readonly #logger: Pick<LoggerService, 'info'>;
  readonly #slow: string;
  readonly #switch: string;

  static create(options: {
    server: SampleServer;
    records: readonly RecordDefinition[];
    directory: string;
    intervalSeconds: number;
    /** Is told of every alias that moves. */
    logger: Pick<LoggerService, 'info'>;
  }): SampleVersionSource {
    return new SampleVersionSource(options);
  }

  private constructor(options: {
    server: SampleServer;
    records: readonly RecordDefinition[];
    directory: string;
    intervalSeconds: number;
    logger: Pick<LoggerService, 'info'>;
  }) {
    const { server, records, directory, logger } = options;
    this.intervalSeconds = options.intervalSeconds;
    this.id = server.id;
    this.title = server.title;
    this.bindingRules = server.bindingRules;
    this.#records = new Map(
      records
        .filter(record => record.server === server.id)
        .map(definition => [definition.name, createRecord(definition)]),
    );
    this.#files = AliasFiles.create({ directory });
    this.#logger = logger;
    this.#slow = join(directory, `${server.id}.slow`);
    this.#switch = join(directory, `${server.id}.down`);
    this.aliases = {
      setAlias: options_ => this.#setAlias(options_),
      readAlias: options_ => this.#readAlias(options_),
      manualCommand: options_ => this.#manualCommand(options_),
    };
  }

  async *listRecords(options: {
    signal: AbortSignal;
  }): AsyncIterable<SourceRecord> {
    for (const { definition, mark } of this.#records.values()) {
      await this.#assertAvailable(options.signal);
      const aliases = await this.#aliasesOf(definition);
      yield {
        name: definition.name,
        kind: definition.kind,
        description: definition.description,
        tags: definition.tags,
        aliases,
        changeMark: sha256(JSON.stringify([mark, aliases])),
      };
    }
  }

  async *listVersions(options: {
    record: SourceRecord;
    signal: AbortSignal;
  }): AsyncIterable<SourceVersion> {
    await this.#assertAvailable(options.signal);
    yield* this.#record(options.record.name).versions;
  }

  async #setAlias(
    options: Parameters<AliasWriter['setAlias']>[0],
  ): Promise<void> {
    const { record, alias, version, signal } = options;
    await this.#assertAvailable(signal);
    const { versions } = this.#record(record.name);
    if (!versions.some(({ recordVersion }) => recordVersion === version)) {
      throw new NotFoundError(
        `The sample registry '${this.id}' has no version '${version}' of '${record.name}'`,
      );
    }
    const words = `'${alias}' of '${record.name}' to version '${version}' in ${this.id}`;
    const { before, after } = await readAliasDelay(this.#slow);
    this.#logger.info(`Moving ${words}`);
    await sleep(before * 1000, undefined, { signal });
    await this.#files.write(this.#recordKey(record.name), { alias, version });
    this.#logger.info(`Moved ${words}`);
    await sleep(after * 1000, undefined, { signal });
  }

  async #readAlias(
    options: Parameters<AliasWriter['readAlias']>[0],
  ): Promise<string | undefined> {
    const { record, alias, signal } = options;
    await this.#assertAvailable(signal);
    const aliases = await this.#aliasesOf(this.#record(record.name).definition);
    return aliases.find(a => a.alias === alias)?.version;
  }

  #manualCommand(options: Parameters<AliasWriter['manualCommand']>[0]): string {
    const { record, alias, version } = options;
    const path = this.#files.path(this.#recordKey(record.name), alias);
    return `mkdir -p ${quote(dirname(path))} && echo ${quote(fileContent({ version }).trim())} > ${quote(path)}`;
  }

  async #aliasesOf(definition: RecordDefinition) {
    const moved = await this.#files.list(this.#recordKey(definition.name));
    const untouched = definition.aliases.filter(
      ({ alias }) => !moved.some(m => m.alias === alias),
    );
    return [...untouched, ...moved].sort((a, b) =>
      a.alias < b.alias ? -1 : 1,
    );
  }

  #recordKey(name: string) {
    return { server: this.id, name };
  }

  #record(name: string): SampleRecord {
    const record = this.#records.get(name);
    if (!record) {
      throw new NotFoundError(
        `The sample registry '${this.id}' has no record '${name}'`,
      );
    }
    return record;
  }

  async #assertAvailable(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (await ifPresent(() => stat(this.#switch))) {
      throw new ServiceUnavailableError(
        `The sample registry '${this.id}' is switched off by the file ${this.#switch}`,
      );
    }
  }
}

function createRecord(definition: RecordDefinition): SampleRecord {
  const versions = generateVersions(definition);
  return { definition, versions, mark: sha256(JSON.stringify(versions)) };
}

/** One word for a POSIX shell, whatever is in it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
