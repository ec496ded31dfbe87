import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { mlModelPermissions } from '@understudy/plugin-ml-common';
import { mlCatalogModelLayer } from '@understudy/plugin-ml-common/alpha';
import {
  ML_PORTAL_MODELS_TOPIC,
  mlPortalModelsServiceRef,
} from '@understudy/plugin-ml-node';
import { FeatureProjectionProcessor } from './features/FeatureProjectionProcessor';
import { FeatureUsage } from './features/FeatureUsage';
import { readEmitFeatures } from './features/readEmitFeatures';
import { readFeatureRules } from './features/readFeatureRules';
import { MlRelationsProcessor } from './MlRelationsProcessor';
import { PortalModelProvider } from './portalModels/PortalModelProvider';
import { MlValidationProcessor } from './validation/MlValidationProcessor';

/**
 * Brings the machine-learning kinds to the catalog: their schemas, relations,
 * findings and error messages, the projection of features, and the permissions
 * that are decided per entity.
 *
 * @public
 */
export const catalogModuleMl = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'ml',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        events: eventsServiceRef,
        model: catalogModelExtensionPoint,
        permissionsRegistry: coreServices.permissionsRegistry,
        portalModels: mlPortalModelsServiceRef,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, config, logger, processing } = deps;
        deps.model.addModelSource(
          CatalogModelSources.static([mlCatalogModelLayer]),
        );
        processing.addProcessor(
          new MlValidationProcessor(),
          MlRelationsProcessor.fromConfig(config),
        );
        // Their resource is a catalog entity, so the catalog has to know them:
        // it is the one that evaluates conditions such as "owner of the entity".
        deps.permissionsRegistry.addPermissions(mlModelPermissions);

        const provider = new PortalModelProvider({
          logger,
          models: deps.portalModels,
          scheduler: deps.scheduler,
        });
        processing.addEntityProvider(provider);
        await deps.events.subscribe({
          id: 'catalog-portal-models',
          topics: [ML_PORTAL_MODELS_TOPIC],
          onEvent: () => provider.refresh(),
        });

        const mode = readEmitFeatures(config);
        const rules = readFeatureRules(config);
        if (rules.allowed) {
          const usage = FeatureUsage.create({ auth, catalog });
          processing.addProcessor(
            new FeatureProjectionProcessor({ mode, usage }),
          );
          await deps.scheduler.scheduleTask({
            id: 'understudy-feature-usage',
            // Every instance processes views and so needs to know.
            scope: 'local',
            initialDelay: { seconds: 15 },
            frequency: { minutes: 5 },
            timeout: { minutes: 4 },
            fn: signal => usage.refresh({ signal }),
          });
        } else if (rules.advice && mode !== 'none') {
          logger.warn(rules.advice);
        }
      },
    });
  },
});
