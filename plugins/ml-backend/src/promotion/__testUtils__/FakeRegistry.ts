import { VersionSource } from '@understudy/plugin-ml-node';

/** A registry in memory that tests can take down or hold up. */
export class FakeRegistry implements VersionSource {
  readonly id: string;
  readonly type = 'fake';
  readonly title: string;
  readonly bindingRules = [];
  readonly namespace = 'default';
  readonly intervalSeconds = 60;
  /** Alias to version. */
  readonly state = new Map<string, string>();
  /** Every write, in order. */
  readonly writes: string[] = [];
  /** Thrown from every call while it is set. */
  down: Error | undefined;
  /** Awaited before a write reaches the registry. */
  beforeSet: () => Promise<void> = async () => {};
  /** Awaited after a write has reached the registry. */
  afterSet: () => Promise<void> = async () => {};

  constructor(id = 'eu', title = 'MLflow EU') {
    this.id = id;
    this.title = title;
  }

  readonly aliases = {
    setAlias: async (options: { alias: string; version: string }) => {
      this.#check();
      await this.beforeSet();
      this.state.set(options.alias, options.version);
      this.writes.push(`${options.alias}=${options.version}`);
      await this.afterSet();
    },
    readAlias: async (options: { alias: string }) => {
      this.#check();
      return this.state.get(options.alias);
    },
    manualCommand: (options: {
      record: { name: string };
      alias: string;
      version: string;
    }) => `set ${options.record.name} ${options.alias} ${options.version}`,
  };

  async *listRecords() {
    // Tests write versions into the database themselves.
  }

  async *listVersions() {
    // As above.
  }

  #check() {
    if (this.down) {
      throw this.down;
    }
  }
}
