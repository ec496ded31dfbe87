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

  /** Points an alias at a version. Repeating it changes nothing. */
  async write(
    record: { server: string; name: string },
    stored: StoredAlias,
  ): Promise<void> {
    const path = this.path(record, stored.alias);
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomUUID()}.draft`;
    try {
      const file = await open(draft, 'w');
      try {
        await file.writeFile(fileContent(stored.version));
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
            version: readVersion(await readFile(path, 'utf8'), path),
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

/** What the file of an alias holds. */
export function fileContent(version: string): string {
  return `${JSON.stringify({ version })}\n`;
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

function readVersion(text: string, path: string): string {
  const value: unknown = JSON.parse(text);
  if (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'string'
  ) {
    return value.version;
  }
  throw new Error(`${path} holds no version; expected {"version":"7"}`);
}
