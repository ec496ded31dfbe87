import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  EmitFeaturesMode,
  isFeatureViewEntity,
} from '@understudy/plugin-ml-common';
import { UsedFields } from './FeatureUsage';
import { projectFeatures } from './projectFeatures';

const CACHE_KEY = 'usedFields';

/**
 * Shows the fields of feature views as entities of kind Feature. Its name is a
 * key in the catalog's cache and configuration and must not change.
 */
export class FeatureProjectionProcessor implements CatalogProcessor {
  readonly #mode: EmitFeaturesMode;
  readonly #usage: { usedFields(viewRef: string): UsedFields | undefined };

  constructor(options: {
    /** For views that do not say themselves. */
    mode: EmitFeaturesMode;
    usage: { usedFields(viewRef: string): UsedFields | undefined };
  }) {
    this.#mode = options.mode;
    this.#usage = options.usage;
  }

  getProcessorName(): string {
    return 'FeatureProjectionProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!isFeatureViewEntity(entity)) {
      return entity;
    }
    const isWanted = await this.#wantedFields(
      entity.spec.emitFeatures ?? this.#mode,
      { viewRef: stringifyEntityRef(entity), cache },
    );
    for (const feature of projectFeatures(entity, isWanted)) {
      emit(
        processingResult.entity(location, feature, {
          // A key of its own, so that no other source can take a feature over.
          locationKey: `understudy:${stringifyEntityRef(entity)}`,
        }),
      );
    }
    return entity;
  }

  async #wantedFields(
    mode: EmitFeaturesMode,
    { viewRef, cache }: { viewRef: string; cache: CatalogProcessorCache },
  ): Promise<(field: string) => boolean> {
    if (mode !== 'used') {
      return () => mode === 'all';
    }
    const current = this.#usage.usedFields(viewRef);
    if (current !== undefined) {
      await cache.set(CACHE_KEY, current);
    }
    // Right after a start the usage is not known yet. What was known before
    // stays, or features would vanish and lose their stars with every restart.
    const used = current ?? (await cache.get<UsedFields>(CACHE_KEY)) ?? [];
    return field => used === 'all' || used.includes(field);
  }
}
