import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  formatLineageNodeId,
  LineageDraft,
  LineageNodeName,
  LineageUnmappedPage,
} from '@understudy/plugin-lineage-common';
import { inBatches } from '../access/inBatches';
import { LineageAccess } from '../access/LineageAccess';
import { LineageView } from '../access/LineageView';
import { createEntityNamer } from './drafts/createEntityNamer';
import { DatasetKind, draftEntity } from './drafts/draftEntity';
import { isMuchTheSame, searchWordOf } from './drafts/isMuchTheSame';
import { ownerCandidates } from '../access/ownerCandidates';
import { writeDrafts } from './drafts/writeDrafts';
import { readFacets } from './readFacets';
import { UnmappedStore, UnmappedThing } from './UnmappedStore';
import { UnmappedQuery } from './UnmappedQuery';

type WithCredentials = { credentials: BackstageCredentials };

const SEARCHES_AT_ONCE = 5;
const MOST_SIMILAR = 5;
/** Kinds of entities that can be what a dataset or job is. */
const similarKinds = {
  dataset: ['Dataset', 'FeatureView', 'Model', 'Resource'],
  job: ['Component'],
};

/** Lists what was observed and belongs to no entity, and drafts entities for it. */
export class UnmappedService {
  readonly #access: LineageAccess;
  readonly #datasetKind: DatasetKind;
  readonly #store: UnmappedStore;

  constructor(options: {
    access: LineageAccess;
    datasetKind: DatasetKind;
    store: UnmappedStore;
  }) {
    this.#access = options.access;
    this.#datasetKind = options.datasetKind;
    this.#store = options.store;
  }

  async list(
    query: UnmappedQuery,
    options: WithCredentials,
  ): Promise<LineageUnmappedPage> {
    await this.#access.requireUnmapped(options);
    return await this.#store.list(query);
  }

  /** Throws InputError for a name that is unknown or belongs to an entity. */
  async draft(
    names: readonly LineageNodeName[],
    options: WithCredentials,
  ): Promise<LineageDraft> {
    await this.#access.requireUnmapped(options);
    const things = this.#unique(names, await this.#store.find(names));
    const view = await this.#access.viewOf({ ...options, withFacts: true });
    const candidates = new Map(
      things.map(thing => [
        thing,
        ownerCandidates(readFacets(thing.facets).owners),
      ]),
    );
    const owners = await view.describe([...candidates.values()].flat());
    const nameOf = createEntityNamer();
    const drafts = things.map(thing => {
      const owner = candidates.get(thing)?.find(ref => owners.has(ref));
      const entity = draftEntity(
        {
          ...thing,
          entityName: nameOf(thing),
          ...(owner !== undefined && { owner }),
          facets: readFacets(thing.facets),
        },
        this.#datasetKind,
      );
      return { thing, entity, ...(owner !== undefined && { owner }) };
    });
    const similar = await findSimilar(things, view);
    return {
      yaml: writeDrafts(drafts),
      items: drafts.map(({ thing, entity, owner }) => ({
        id: formatLineageNodeId(thing),
        entityRef:
          `${entity.kind}:default/${entity.metadata.name}`.toLowerCase(),
        ...(owner !== undefined && { owner }),
        similar: similar.get(thing) ?? [],
      })),
    };
  }

  /** Two names may be the same thing, which is drafted once. */
  #unique(
    names: readonly LineageNodeName[],
    found: ReadonlyMap<LineageNodeName, UnmappedThing>,
  ): UnmappedThing[] {
    const things = new Map<string, UnmappedThing>();
    for (const name of names) {
      const thing = found.get(name);
      if (!thing) {
        throw new InputError(
          `ids: '${formatLineageNodeId(name)}' is unknown, or belongs to an entity of the catalog`,
        );
      }
      things.set(formatLineageNodeId(thing), thing);
    }
    return [...things.values()];
  }
}

async function findSimilar(
  things: readonly UnmappedThing[],
  view: LineageView,
): Promise<Map<UnmappedThing, string[]>> {
  const similar = new Map<UnmappedThing, string[]>();
  for (const batch of inBatches(things, SEARCHES_AT_ONCE)) {
    await Promise.all(
      batch.map(async thing => {
        const word = searchWordOf(thing.name);
        const found = word
          ? await view.search(word, similarKinds[thing.kind])
          : [];
        similar.set(
          thing,
          found
            .filter(({ name }) => isMuchTheSame(thing.name, name))
            .map(({ entityRef }) => entityRef)
            .slice(0, MOST_SIMILAR),
        );
      }),
    );
  }
  return similar;
}
