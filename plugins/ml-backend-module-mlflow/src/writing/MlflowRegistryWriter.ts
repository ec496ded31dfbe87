import {
  MlflowClient,
  MlflowModelVersion,
  MlflowNotFoundError,
  MlflowRegisteredModel,
} from '@understudy/mlflow-client';
import {
  RegistryWriter,
  SourceRecord,
  SourceVersion,
  WrittenRecord,
} from '@understudy/plugin-ml-node';
import { asRegistryError } from './asRegistryError';

type Options<K extends keyof RegistryWriter> = Parameters<
  NonNullable<RegistryWriter[K]>
>[0];
type Call = { signal: AbortSignal };

/** Changes models and versions of one MLflow server. */
export class MlflowRegistryWriter implements RegistryWriter {
  readonly #client: MlflowClient;
  readonly #title: string;
  readonly #toRecord: (
    model: MlflowRegisteredModel,
    kind: SourceRecord['kind'],
  ) => SourceRecord;
  readonly #toVersion: (
    version: MlflowModelVersion,
    record: WrittenRecord,
    call: Call,
  ) => Promise<SourceVersion>;

  constructor(options: {
    client: MlflowClient;
    /** The server's name for people. */
    title: string;
    toRecord: (
      model: MlflowRegisteredModel,
      kind: SourceRecord['kind'],
    ) => SourceRecord;
    toVersion: (
      version: MlflowModelVersion,
      record: WrittenRecord,
      call: Call,
    ) => Promise<SourceVersion>;
  }) {
    this.#client = options.client;
    this.#title = options.title;
    this.#toRecord = options.toRecord;
    this.#toVersion = options.toVersion;
  }

  async findRecord({ record, signal }: Options<'findRecord'>) {
    return await this.#ask(() =>
      unlessMissing(() => this.#readRecord(record, { signal })),
    );
  }

  async findVersion({ record, version, signal }: Options<'findVersion'>) {
    return await this.#ask(() =>
      unlessMissing(async () =>
        this.#toVersion(
          await this.#client.getModelVersion(record.name, version, { signal }),
          record,
          { signal },
        ),
      ),
    );
  }

  async createVersion({ record, version, signal }: Options<'createVersion'>) {
    return await this.#ask(async () =>
      this.#toVersion(
        await this.#client.writes.createVersion(record.name, version, {
          signal,
        }),
        record,
        { signal },
      ),
    );
  }

  async findCreatedSince(
    options: Options<'findCreatedSince'>,
  ): Promise<SourceVersion | undefined> {
    const { record, version: wanted, since, signal } = options;
    return await this.#ask(async () => {
      const found: MlflowModelVersion[] = [];
      for await (const page of this.#client.searchModelVersions({
        name: record.name,
        prompts: record.kind === 'prompt',
        ...sourceFilter(wanted.source),
        signal,
      })) {
        found.push(
          ...page.filter(
            version =>
              version.creationTimestamp > Date.parse(since) &&
              version.source === wanted.source &&
              (wanted.runId === undefined || version.runId === wanted.runId) &&
              // All prompts have the same source: their texts are in their tags.
              (record.kind !== 'prompt' || hasTags(version, wanted.tags)),
          ),
        );
      }
      const [first] = found.sort(
        (a, b) => Number(a.version) - Number(b.version),
      );
      return first && (await this.#toVersion(first, record, { signal }));
    });
  }

  async describeVersion(options: Options<'describeVersion'>) {
    const { record, version, description, signal } = options;
    return await this.#ask(async () =>
      this.#toVersion(
        await this.#client.writes.describeVersion(
          record.name,
          version,
          description,
          { signal },
        ),
        record,
        { signal },
      ),
    );
  }

  async tagVersion(options: Options<'tagVersion'>) {
    const { record, version, tag, signal } = options;
    return await this.#ask(async () => {
      const { writes } = this.#client;
      if (tag.value === undefined) {
        await writes.deleteVersionTag(record.name, version, tag.key, {
          signal,
        });
      } else {
        await writes.setVersionTag(
          record.name,
          version,
          { key: tag.key, value: tag.value },
          { signal },
        );
      }
      return await this.#toVersion(
        await this.#client.getModelVersion(record.name, version, { signal }),
        record,
        { signal },
      );
    });
  }

  async deleteVersion(options: Options<'deleteVersion'>): Promise<void> {
    const { record, version, signal } = options;
    await this.#ask(() =>
      this.#client.writes.deleteVersion(record.name, version, { signal }),
    );
  }

  async describeRecord(options: Options<'describeRecord'>) {
    const { record, description, signal } = options;
    return await this.#ask(async () =>
      this.#toRecord(
        await this.#client.writes.describeModel(record.name, description, {
          signal,
        }),
        record.kind,
      ),
    );
  }

  async tagRecord(options: Options<'tagRecord'>) {
    const { record, tag, signal } = options;
    return await this.#ask(async () => {
      const { writes } = this.#client;
      if (tag.value === undefined) {
        await writes.deleteModelTag(record.name, tag.key, { signal });
      } else {
        await writes.setModelTag(
          record.name,
          { key: tag.key, value: tag.value },
          { signal },
        );
      }
      return await this.#readRecord(record, { signal });
    });
  }

  async setStage(options: Options<'setStage'>) {
    const { record, version, stage, archiveExisting, signal } = options;
    return await this.#ask(async () =>
      this.#toVersion(
        await this.#client.writes.setVersionStage(record.name, version, stage, {
          archiveExisting,
          signal,
        }),
        record,
        { signal },
      ),
    );
  }

  async renameRecord(options: Options<'renameRecord'>) {
    const { record, newName, signal } = options;
    return await this.#ask(async () =>
      this.#toRecord(
        await this.#client.writes.renameModel(record.name, newName, { signal }),
        record.kind,
      ),
    );
  }

  async deleteRecord({ record, signal }: Options<'deleteRecord'>) {
    await this.#ask(() =>
      this.#client.writes.deleteModel(record.name, { signal }),
    );
  }

  async setAlias(options: Options<'setAlias'>): Promise<void> {
    const { record, alias, version, signal } = options;
    await this.#ask(() =>
      version === undefined
        ? this.#client.deleteRegisteredModelAlias(record.name, alias, {
            signal,
          })
        : this.#client.setRegisteredModelAlias(record.name, alias, version, {
            signal,
          }),
    );
  }

  async #readRecord(record: WrittenRecord, call: Call): Promise<SourceRecord> {
    return this.#toRecord(
      await this.#client.getRegisteredModel(record.name, call),
      record.kind,
    );
  }

  async #ask<T>(call: () => Promise<T>): Promise<T> {
    return await asRegistryError(this.#title, call);
  }
}

async function unlessMissing<T>(
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof MlflowNotFoundError) {
      return undefined;
    }
    throw error;
  }
}

/** The syntax knows no escape: of what it cannot quote all versions are read. */
function sourceFilter(source: string): { filter?: string } {
  return source.includes("'") ? {} : { filter: `source_path='${source}'` };
}

function hasTags(
  version: MlflowModelVersion,
  tags: readonly { key: string; value: string }[],
): boolean {
  return tags.every(({ key, value }) =>
    version.tags.some(tag => tag.key === key && tag.value === value),
  );
}
