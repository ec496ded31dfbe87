import { InputError, NotFoundError } from '@backstage/errors';
import { VersionSource } from '@understudy/plugin-ml-node';

const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
/** Names that mean something else where a server could stand. */
const RESERVED_IDS = ['portal', 'file', 'rest'];

/** The registries that modules have brought. */
export class VersionSources {
  readonly #sources = new Map<string, VersionSource>();

  /** Throws InputError when the id is unfit or taken. */
  add(source: VersionSource): void {
    if (!ID_PATTERN.test(source.id) || RESERVED_IDS.includes(source.id)) {
      throw new InputError(
        `Version source '${source.id}': an id is 1 to 40 letters, digits and ._- and none of ${RESERVED_IDS.join(', ')}`,
      );
    }
    if (this.#sources.has(source.id)) {
      throw new InputError(`Version source '${source.id}' was added twice`);
    }
    this.#sources.set(source.id, source);
  }

  /** All sources, ordered by their ids. */
  list(): VersionSource[] {
    return [...this.#sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  find(id: string): VersionSource | undefined {
    return this.#sources.get(id);
  }

  /** Throws NotFoundError when there is no such source. */
  get(id: string): VersionSource {
    const source = this.#sources.get(id);
    if (!source) {
      const known = [...this.#sources.keys()].sort().join(', ');
      throw new NotFoundError(
        `No registry '${id}'; the configured ones are: ${known || 'none'}`,
      );
    }
    return source;
  }
}
