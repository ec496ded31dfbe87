import {
  SourceRecord,
  SourceVersion,
  VersionSource,
} from '@understudy/plugin-ml-node';

/** A version as a registry would list it, with what a test cares about. */
export function sourceVersion(
  recordVersion: string,
  overrides: Partial<SourceVersion> = {},
): SourceVersion {
  return {
    recordVersion,
    digest: `sha256:${recordVersion.padStart(64, '0')}`,
    digestStrength: 'record',
    createdAt: new Date(
      Date.UTC(2026, 0, 1) + Number(recordVersion) * 60_000,
    ).toISOString(),
    metrics: [{ rawName: 'auc', value: 0.9 }],
    params: [],
    tags: [],
    components: [],
    links: [],
    ...overrides,
  };
}

/** A registry that lives in the memory of a test and can be made to fail. */
export class FakeVersionSource implements VersionSource {
  readonly id: string;
  readonly type = 'fake';
  readonly title: string;
  readonly namespace = 'default';
  readonly intervalSeconds = 300;
  bindingRules: VersionSource['bindingRules'] = [];
  /** Thrown after this many records were listed. */
  failAfterRecords: number | undefined;
  /** Thrown after this many versions of these records were listed. */
  readonly failAfterVersions = new Map<string, number>();
  /** Names of the records whose versions were asked for. */
  readonly versionReads: string[] = [];
  readonly #records = new Map<
    string,
    { record: SourceRecord; versions: SourceVersion[] }
  >();

  constructor(id = 'eu') {
    this.id = id;
    this.title = `Registry ${id}`;
  }

  put(
    name: string,
    versions: SourceVersion[],
    overrides: Partial<SourceRecord> = {},
  ): void {
    this.#records.set(name, {
      versions,
      record: { name, kind: 'model', tags: [], aliases: [], ...overrides },
    });
  }

  remove(name: string): void {
    this.#records.delete(name);
  }

  async *listRecords(): AsyncIterable<SourceRecord> {
    let listed = 0;
    for (const { record } of this.#records.values()) {
      if (listed === this.failAfterRecords) {
        throw new Error('The registry answered 500');
      }
      listed += 1;
      yield record;
    }
    if (listed === this.failAfterRecords) {
      throw new Error('The registry answered 500');
    }
  }

  async *listVersions(options: {
    record: SourceRecord;
  }): AsyncIterable<SourceVersion> {
    const { name } = options.record;
    this.versionReads.push(name);
    const failAfter = this.failAfterVersions.get(name);
    const versions = this.#records.get(name)?.versions ?? [];
    for (const [index, version] of versions.entries()) {
      if (index === failAfter) {
        throw new Error('The registry answered half a page');
      }
      yield version;
    }
  }
}
