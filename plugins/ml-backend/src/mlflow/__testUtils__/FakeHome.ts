import { ServiceUnavailableError } from '@backstage/errors';
import {
  RegistryRefusedError,
  RegistryWriter,
  SourceRecord,
  SourceVersion,
} from '@understudy/plugin-ml-node';
import {
  FakeVersionSource,
  sourceVersion,
} from '../../__testUtils__/FakeVersionSource';

/** A registry server that takes changes, or refuses them. */
export class FakeHome extends FakeVersionSource {
  readonly versions: SourceVersion[] = [];
  readonly aliasesSet = new Map<string, string>();
  readonly tags = new Map<string, string>();
  description: string | undefined;
  /** Of the records that it holds; all have the same versions and aliases. */
  readonly names = new Set(['parcels', 'others']);
  /** Every call that changes something, in order. */
  readonly calls: string[] = [];
  /** Thrown from every change while it is set. */
  trouble: RegistryRefusedError | ServiceUnavailableError | undefined;
  /** Awaited before a version is registered. */
  beforeCreate: () => Promise<void> = async () => {};
  readonly #now: () => Date;

  constructor(id: string, now: () => Date) {
    super(id);
    this.#now = now;
  }

  readonly registryWriter: RegistryWriter = {
    findRecord: async ({ record }) => {
      this.#beReached();
      return this.names.has(record.name) ? this.#record(record) : undefined;
    },
    findVersion: async ({ record, version }) => {
      this.#beReached();
      return this.names.has(record.name)
        ? this.versions.find(one => one.recordVersion === version)
        : undefined;
    },
    createVersion: async ({ version }) => {
      this.#change('createVersion');
      await this.beforeCreate();
      const number = String(
        Math.max(0, ...this.versions.map(v => Number(v.recordVersion))) + 1,
      );
      const { source, runLink, ...others } = version;
      this.versions.push(
        sourceVersion(number, {
          ...others,
          artifactUri: source,
          createdAt: this.#now().toISOString(),
        }),
      );
      return this.#version(number);
    },
    findCreatedSince: async ({ version, since }) =>
      this.versions.find(
        one =>
          one.artifactUri === version.source &&
          one.runId === version.runId &&
          one.createdAt > since,
      ),
    describeVersion: async ({ version, description }) => {
      this.#change('describeVersion');
      return this.#patch(version, { description });
    },
    tagVersion: async ({ version, tag: { key, value } }) => {
      this.#change('tagVersion');
      const others = this.#version(version).tags.filter(t => t.key !== key);
      return this.#patch(version, {
        tags: value === undefined ? others : [...others, { key, value }],
      });
    },
    deleteVersion: async ({ version }) => {
      this.#change('deleteVersion');
      this.versions.splice(this.versions.indexOf(this.#version(version)), 1);
    },
    describeRecord: async ({ record, description }) => {
      this.#change('describeRecord');
      this.description = description;
      return this.#record(record);
    },
    tagRecord: async ({ record, tag: { key, value } }) => {
      this.#change('tagRecord');
      if (value === undefined) {
        this.tags.delete(key);
      } else {
        this.tags.set(key, value);
      }
      return this.#record(record);
    },
    setStage: async ({ version, stage, archiveExisting }) => {
      this.#change('setStage');
      for (const { recordVersion, stage: current } of [...this.versions]) {
        if (archiveExisting && current === stage) {
          this.#patch(recordVersion, { stage: 'Archived' });
        }
      }
      return this.#patch(version, {
        stage: stage === 'None' ? undefined : stage,
      });
    },
    renameRecord: async ({ record, newName }) => {
      this.#change('renameRecord');
      this.names.delete(record.name);
      this.names.add(newName);
      return this.#record({ ...record, name: newName });
    },
    deleteRecord: async ({ record }) => {
      this.#change('deleteRecord');
      this.names.delete(record.name);
      this.versions.length = 0;
    },
    setAlias: async ({ alias, version }) => {
      this.#change('setAlias');
      if (version === undefined) {
        this.aliasesSet.delete(alias);
      } else {
        this.aliasesSet.set(alias, version);
      }
    },
  };

  override async *listRecords(): AsyncIterable<SourceRecord> {
    for (const name of this.names) {
      yield this.#record({ name, kind: 'model' });
    }
  }

  override async *listVersions(): AsyncIterable<SourceVersion> {
    yield* this.versions;
  }

  #beReached(): void {
    if (this.trouble) {
      throw this.trouble;
    }
  }

  #change(call: string): void {
    this.#beReached();
    this.calls.push(call);
  }

  #version(number: string): SourceVersion {
    const found = this.versions.find(one => one.recordVersion === number);
    if (!found) {
      throw new RegistryRefusedError(`Version ${number} not found`, {
        status: 404,
        code: 'RESOURCE_DOES_NOT_EXIST',
      });
    }
    return found;
  }

  #patch(number: string, patch: Partial<SourceVersion>): SourceVersion {
    const changed = { ...this.#version(number), ...patch };
    this.versions[this.versions.indexOf(this.#version(number))] = changed;
    return changed;
  }

  #record(record: Pick<SourceRecord, 'name' | 'kind'>): SourceRecord {
    return {
      ...record,
      description: this.description,
      tags: [...this.tags].map(([key, value]) => ({ key, value })),
      aliases: [...this.aliasesSet].map(([alias, version]) => ({
        alias,
        version,
      })),
    };
  }
}
