import { Entity } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { defaultRiskTiers } from '@understudy/plugin-ml-common';
import { addFindings } from './findings/addFindings';
import { FindingContext } from './findings/findModelFindings';
import { rulesFor } from './kindRules';
import { collectRelations } from './relations/collectRelations';

/**
 * Adds to our entities what the catalog's model layer cannot: relations held
 * in lists of objects, and findings. Its name is a key in the catalog's cache
 * and configuration and must not change.
 */
export class MlRelationsProcessor implements CatalogProcessor {
  readonly #context: FindingContext;

  static fromConfig(config: Config): MlRelationsProcessor {
    return new MlRelationsProcessor({
      riskTiers:
        config.getOptionalStringArray('ml.riskTiers') ?? defaultRiskTiers,
      registries: config.getOptionalConfig('ml.registries')?.keys(),
    });
  }

  private constructor(context: FindingContext) {
    this.#context = context;
  }

  getProcessorName(): string {
    return 'MlRelationsProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const rules = rulesFor(entity);
    if (!rules) {
      return entity;
    }
    for (const relation of collectRelations(entity, rules.references)) {
      emit(processingResult.relation(relation));
    }
    return addFindings(entity, rules.find(entity, this.#context));
  }
}
