import { NotFoundError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ifPresent } from './ifPresent';

const EXTENSION = '.json';

/** Where an alias points, as {@link AliasFiles} keeps it. */
export interface StoredAlias {
  alias: string;
  version: string;
}

/** What the file of an alias says. */
export interface AliasFile {
  version: string;
  /**
   * How often the portal wrote the alias, which its log may not say after a
   * crash. Absent when somebody else wrote it last.
   */
  writes?: number;
}

/**
 * Keeps the aliases that were moved in a sample registry, one small file per
 * alias: `<directory>/<server>/<record>/<alias>.json`. A file is replaced in
 * one step, so a reader never sees half of it and a crash leaves the old or the
 * new state.
 */
export class AliasFiles {
  readonly #directory: string;

  static create(options: { directory: string }): AliasFiles {
    return new AliasFiles(options);
  }

  private constructor(options: { directory: string }) {
    this.#directory = options.directory;
  }

  /** Points an alias at a version. Repeating it only counts. */
  async write(
    record: { server: string; name: string },
    stored: StoredAlias,
  ): Promise<void> {
    const path = this.path(record, stored.alias);
    await mkdir(dirname(path), { recursive: true });
    const before = await ifPresent(() => readFile(path, 'utf8'));
    const writes = 1 + (before ? (readAlias(before, path).writes ?? 0) : 0);
    const draft = `${path}.${randomUUID()}.draft`;
    try {
      const file = await open(draft, 'w');
      try {
        await file.writeFile(fileContent({ version: stored.version, writes }));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** The aliases of a record that were moved, sorted by name. */
  async list(record: { server: string; name: string }): Promise<StoredAlias[]> {
    const directory = this.#recordDirectory(record);
    const names = await ifPresent(() => readdir(directory));
    const stored = await Promise.all(
      (names ?? [])
        .filter(name => name.endsWith(EXTENSION))
        .sort()
        .map(async name => {
          const path = join(directory, name);
          return {
            alias: decodeURIComponent(name.slice(0, -EXTENSION.length)),
            version: readAlias(await readFile(path, 'utf8'), path).version,
          };
        }),
    );
    return stored;
  }

  /** The file that holds an alias, whether it exists or not. */
  path(record: { server: string; name: string }, alias: string): string {
    return join(this.#recordDirectory(record), `${segment(alias)}${EXTENSION}`);
  }

  #recordDirectory(record: { server: string; name: string }): string {
    return join(this.#directory, segment(record.server), segment(record.name));
  }
}

/** The text of the file of an alias. */
export function fileContent(file: AliasFile): string {
  return `${JSON.stringify(file)}\n`;
}

/** A name as one part of a path: no separators, no `.` or `..`. */
function segment(name: string): string {
  const encoded = encodeURIComponent(name).replace(/^\.+/, dots =>
    '%2E'.repeat(dots.length),
  );
  if (encoded === '') {
    throw new NotFoundError('A record or alias without a name does not exist');
  }
  return encoded;
}

function readAlias(text: string, path: string): AliasFile {
  const value: unknown = JSON.parse(text);
  if (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'string'
  ) {
    const { version } = value;
    return 'writes' in value && typeof value.writes === 'number'
      ? { version, writes: value.writes }
      : { version };
  }
  throw new Error(`${path} holds no version; expected {"version":"7"}`);
}
