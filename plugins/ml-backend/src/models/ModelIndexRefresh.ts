import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_REGISTRY_NAME,
  highestTier,
  isModelEntity,
  ModelEntity,
} from '@understudy/plugin-ml-common';
import { streamInBackground } from '@understudy/plugin-ml-node';
import { createHash } from 'node:crypto';
import { normalizeName } from '../intake/suggestions/normalizeName';
import { ownerOf } from './ModelAccess';
import { ModelIndex, ModelIndexEntry } from './ModelIndex';

const WRITE_SIZE = 500;
const TEXT_LENGTH = 4000;
const FULL_REFRESH_MS = 60_000;
/** How long an import and the catalog usually take to carry out a decision. */
const FOLLOW_DECISION_MS = 120_000;

/**
 * Brings the index of models up to date with the catalog. What has not
 * changed is not written. A catalog that cannot be read changes nothing.
 */
export class ModelIndexRefresh {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #index: ModelIndex;
  readonly #riskTiers: readonly string[];
  #first: Promise<void> | undefined;
  // Only saves work: another replica, or this one restarted, refreshes once more.
  #last: { models: number; at: number } | undefined;
  #followUntil = 0;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    index: ModelIndex;
    riskTiers: readonly string[];
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#index = options.index;
    this.#riskTiers = options.riskTiers;
  }

  async run(options?: { signal?: AbortSignal }): Promise<void> {
    await this.#update((request, catalogOptions) =>
      streamInBackground(this.#catalog, request, {
        ...catalogOptions,
        signal: options?.signal,
      }),
    );
  }

  async #update(stream: CatalogService['streamEntities']): Promise<void> {
    const known = await this.#index.readEtags();
    const pages = stream(
      {
        filter: { kind: 'Model' },
        fields: [
          'apiVersion',
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'metadata.description',
          'metadata.annotations',
          'relations',
          'spec.type',
          'spec.lifecycle',
          'spec.uses',
        ],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const seen = new Set<string>();
    let changed: ModelIndexEntry[] = [];
    for await (const page of pages) {
      for (const entity of page.filter(isModelEntity)) {
        const entry = toIndexEntry(entity, this.#riskTiers);
        seen.add(entry.ref);
        if (known.get(entry.ref) !== entry.etag) {
          changed.push(entry);
        }
      }
      if (changed.length >= WRITE_SIZE) {
        await this.#index.put(changed);
        changed = [];
      }
    }
    await this.#index.put(changed);
    await this.#index.remove([...known.keys()].filter(ref => !seen.has(ref)));
  }

  /**
   * Runs when the catalog has models that were not there at the last run, or
   * lost some, and otherwise once a minute. Counting is cheap, so this may be
   * called often: a new model is listed soon.
   */
  async runIfDue(options: { signal: AbortSignal; now: number }): Promise<void> {
    const { totalItems } = await this.#catalog.queryEntities(
      { filter: { kind: 'Model' }, limit: 0 },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const last = this.#last;
    if (
      last?.models === totalItems &&
      options.now - last.at < FULL_REFRESH_MS
    ) {
      return;
    }
    await this.run({ signal: options.signal });
    this.#last = { models: totalItems, at: options.now };
  }

  /**
   * Expects that models change soon without becoming more or fewer, such as by
   * the claim of an imported one.
   */
  follow(options: { now: number }): void {
    this.#followUntil = options.now + FOLLOW_DECISION_MS;
  }

  /** Runs while changes are expected, so that who decided sees them soon. */
  async runIfFollowing(options: {
    signal: AbortSignal;
    now: number;
  }): Promise<void> {
    if (options.now < this.#followUntil) {
      await this.run({ signal: options.signal });
    }
  }

  /**
   * Fills an index that was never filled, so that the first visitor of a new
   * portal does not see an empty list.
   */
  async ensureFilled(): Promise<void> {
    if (!(await this.#index.isEmpty())) {
      return;
    }
    // Somebody waits for this one, so it does not stand back behind others.
    this.#first ??= this.#update((...how) =>
      this.#catalog.streamEntities(...how),
    ).finally(() => {
      this.#first = undefined;
    });
    await this.#first;
  }
}

/** What the index keeps of a model. */
export function toIndexEntry(
  entity: ModelEntity,
  riskTiers: readonly string[],
): ModelIndexEntry {
  const { metadata, spec } = entity;
  const title = metadata.title ?? metadata.name;
  const columns = {
    title: title.toLowerCase().slice(0, 500),
    owner: (ownerOf(entity) ?? '').slice(0, 500),
    type: spec.type.slice(0, 128),
    lifecycle: spec.lifecycle.slice(0, 128),
    tier: highestTier(spec.uses ?? [], riskTiers).tier ?? '',
    match_name: normalizeName(
      metadata.annotations?.[ANNOTATION_REGISTRY_NAME] ?? metadata.name,
    ).slice(0, 500),
    text: [metadata.name, title, metadata.description ?? '']
      .join(' ')
      .toLowerCase()
      .slice(0, TEXT_LENGTH),
  };
  return {
    ref: stringifyEntityRef(entity),
    ...columns,
    etag: createHash('sha256').update(JSON.stringify(columns)).digest('hex'),
  };
}
