import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readMlflowRegistries } from '@understudy/mlflow-client';
import {
  mlVersionSourcesExtensionPoint,
  readRegistryImportConfig,
} from '@understudy/plugin-ml-node';
import { MlflowVersionSource } from './MlflowVersionSource';

/**
 * Brings every server of `ml.registries` of type `mlflow` to the ml backend, as
 * a source of versions and as the place where promotions move aliases.
 *
 * @public
 */
export const mlModuleMlflow = createBackendModule({
  pluginId: 'ml',
  moduleId: 'mlflow',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        versionSources: mlVersionSourcesExtensionPoint,
      },
      async init({ config, logger, versionSources }) {
        for (const server of readMlflowRegistries(config)) {
          const key = `catalog.providers.mlflow.${server.id}`;
          versionSources.addVersionSource(
            MlflowVersionSource.create({
              server,
              importing: readRegistryImportConfig(
                config.getOptionalConfig(key),
                { at: key },
              ),
              logger: logger.child({ registry: server.id }),
            }),
          );
        }
      },
    });
  },
});
