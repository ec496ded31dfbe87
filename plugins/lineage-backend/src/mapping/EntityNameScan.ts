import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ForwardedError, isError } from '@backstage/errors';
import {
  LineageEntityName,
  LineageEntityNameSource,
} from '@understudy/plugin-lineage-node';
import { hash } from 'node:crypto';
import { compileNamePattern } from '../names/NamePattern';
import { EntityNameStore } from '../nodes/EntityNameStore';
import { ScanDigest } from './ScanDigest';

/** Of all names; what there is more is refused, and all stay as they were. */
const MOST_NAMES = 1_000_000;

/**
 * Brings the names of entities up to date. As long as the sources say the same,
 * nothing is compared and nothing written.
 */
export class EntityNameScan {
  readonly #digest: ScanDigest;
  readonly #logger: LoggerService;
  readonly #sources: readonly LineageEntityNameSource[];
  readonly #store: Pick<EntityNameStore, 'isReady' | 'replaceAll'>;

  constructor(options: {
    digest: ScanDigest;
    logger: LoggerService;
    sources: readonly LineageEntityNameSource[];
    store: Pick<EntityNameStore, 'isReady' | 'replaceAll'>;
  }) {
    this.#digest = options.digest;
    this.#logger = options.logger;
    this.#sources = options.sources;
    this.#store = options.store;
  }

  /** Rejects when a source cannot be read; then all names stay as they were. */
  async run(options: { signal: AbortSignal }): Promise<void> {
    if (!(await this.#store.isReady())) {
      // Names are being made anew, or follow the rules of a newer backend.
      return;
    }
    const names: LineageEntityName[] = [];
    for (const source of this.#sources) {
      for (const name of await this.#read(source, options)) {
        if (name.isPattern) {
          compileNamePattern(
            name.name,
            `A pattern of '${name.entityRef}', given by '${source.getSourceName()}'`,
          );
        }
        names.push({ ...name, entityRef: toFullRef(name.entityRef, source) });
        if (names.length > MOST_NAMES) {
          throw new Error(
            `There are more than ${MOST_NAMES} names of entities`,
          );
        }
      }
    }
    const digest = digestOf(names);
    if (await this.#digest.isCurrent(digest)) {
      return;
    }
    options.signal.throwIfAborted();
    const changed = await this.#digest.during(digest, () =>
      this.#store.replaceAll(names),
    );
    if (changed > 0) {
      this.#logger.info(`Wrote ${changed} names of entities`);
    }
  }

  async #read(
    source: LineageEntityNameSource,
    options: { signal: AbortSignal },
  ): Promise<Iterable<LineageEntityName>> {
    try {
      return await source.readNames(options);
    } catch (error) {
      throw new ForwardedError(
        `Names of entities cannot be read from '${source.getSourceName()}'`,
        error,
      );
    }
  }
}

function toFullRef(ref: string, source: LineageEntityNameSource): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch (error) {
    throw new Error(
      `'${ref}', given by '${source.getSourceName()}', is not an entity ref: ${
        isError(error) ? error.message : error
      }`,
    );
  }
}

/** The same for the same names, in whatever order they are given. */
function digestOf(names: readonly LineageEntityName[]): string {
  const lines = names
    .map(name =>
      JSON.stringify([
        name.entityRef,
        name.kind,
        name.namespace,
        name.name,
        name.isPattern ?? false,
        name.role,
        name.environment,
        name.region,
      ]),
    )
    .sort();
  return hash('sha256', lines.join('\n'), 'base64url');
}
