import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isDatasetEntity,
  isFeatureViewEntity,
  isModelEntity,
} from '@understudy/plugin-ml-common';
import { ModelIndex } from '../models/ModelIndex';
import { ownerOf } from '../models/ModelAccess';
import { readEntities, ReadScope } from '../models/readScope';
import { SubjectStore } from '../subjects/SubjectStore';
import { FoundPosition, VersionSearchFilter } from './VersionSearchFilter';

/** A version that the caller may see. */
export interface VisibleVersion {
  position: FoundPosition;
  /** Entity ref of the owner of what it is a version of. */
  owner?: string;
}

/**
 * Tells which of the versions that a search selects the caller may see: those
 * of entities that the catalog shows them. For those who may see everything the
 * index of models says it sooner. One for each request, because it asks about an
 * entity once.
 */
export class VisibleVersions {
  readonly #catalog: CatalogService;
  readonly #index: Pick<ModelIndex, 'findOwners'>;
  readonly #owners: readonly string[] | undefined;
  readonly #scope: ReadScope;
  /** By the id of the subject; undefined for those that are not shown. */
  readonly #known = new Map<string, { owner?: string } | undefined>();
  readonly #subjects: SubjectStore;

  constructor(options: {
    catalog: CatalogService;
    filter: VersionSearchFilter;
    index: Pick<ModelIndex, 'findOwners'>;
    scope: ReadScope;
    subjects: SubjectStore;
  }) {
    this.#catalog = options.catalog;
    this.#index = options.index;
    this.#owners = options.filter.owners;
    this.#scope = options.scope;
    this.#subjects = options.subjects;
  }

  async see(positions: readonly FoundPosition[]): Promise<VisibleVersion[]> {
    const asked = new Set(positions.map(({ subjectId }) => subjectId));
    await this.#ask([...asked].filter(id => !this.#known.has(id)));
    return positions.flatMap(position => {
      const known = this.#known.get(position.subjectId);
      return known ? [{ position, ...known }] : [];
    });
  }

  async #ask(subjectIds: readonly string[]): Promise<void> {
    const subjects = await this.#subjects.findByIds(subjectIds);
    const refs = [...subjects.values()].map(({ ref }) => ref);
    // Whoever may see every model need not be told by the catalog that they may.
    const indexed =
      this.#scope.entities === 'all'
        ? await this.#index.findOwners(refs)
        : new Map<string, string>();
    const entities = await readEntities(
      this.#catalog,
      refs.filter(ref => !indexed.has(ref)),
      {
        scope: this.#scope,
        fields: [
          'apiVersion',
          'kind',
          'metadata.name',
          'metadata.namespace',
          'relations',
          'spec.type',
        ],
      },
    );
    for (const id of subjectIds) {
      const ref = subjects.get(id)?.ref ?? '';
      const entity = entities.get(ref);
      const isShown = indexed.has(ref) || (entity && hasVersions(entity));
      const owner = indexed.get(ref) || (entity && ownerOf(entity));
      this.#known.set(id, isShown ? this.#describe(owner) : undefined);
    }
  }

  /** Undefined for what has another owner by now than it was selected by. */
  #describe(owner: string | undefined): { owner?: string } | undefined {
    const fits =
      !this.#owners || (owner !== undefined && this.#owners.includes(owner));
    return fits ? { ...(owner ? { owner } : {}) } : undefined;
  }
}

function hasVersions(entity: Entity): boolean {
  return (
    isModelEntity(entity) ||
    isFeatureViewEntity(entity) ||
    isDatasetEntity(entity)
  );
}
