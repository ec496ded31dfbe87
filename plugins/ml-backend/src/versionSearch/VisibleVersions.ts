import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isDatasetEntity,
  isFeatureViewEntity,
  isModelEntity,
} from '@understudy/plugin-ml-common';
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
 * of entities that the catalog shows them. One for each request, because it
 * asks about an entity once.
 */
export class VisibleVersions {
  readonly #catalog: CatalogService;
  readonly #owners: readonly string[] | undefined;
  readonly #scope: ReadScope;
  /** By the id of the subject; undefined for those that are not shown. */
  readonly #known = new Map<string, { owner?: string } | undefined>();
  readonly #subjects: SubjectStore;

  constructor(options: {
    catalog: CatalogService;
    filter: VersionSearchFilter;
    scope: ReadScope;
    subjects: SubjectStore;
  }) {
    this.#catalog = options.catalog;
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
    const entities = await readEntities(
      this.#catalog,
      [...subjects.values()].map(({ ref }) => ref),
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
      const entity = entities.get(subjects.get(id)?.ref ?? '');
      this.#known.set(id, entity && this.#describe(entity));
    }
  }

  #describe(entity: Entity): { owner?: string } | undefined {
    const owner = ownerOf(entity);
    // What was selected by an owner may have another one by now.
    const fits =
      hasVersions(entity) &&
      (!this.#owners || (owner !== undefined && this.#owners.includes(owner)));
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
