import {
  createBackendModule,
  BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  mlVersionSourcesExtensionPoint,
  VersionSource,
} from '@understudy/plugin-ml-node';
import { mlPlugin } from '../plugin';

/** Starts the plugin for real, with a catalog and registries from memory. */
export async function startMlBackend(options: {
  entities?: Entity[];
  sources?: VersionSource[];
  config?: JsonObject;
  features?: BackendFeature[];
}) {
  const { entities = [], sources = [], config = {}, features = [] } = options;
  return await startTestBackend({
    features: [
      mlPlugin,
      createBackendModule({
        pluginId: 'ml',
        moduleId: 'test-sources',
        register(env) {
          env.registerInit({
            deps: { registered: mlVersionSourcesExtensionPoint },
            async init({ registered }) {
              sources.forEach(source => registered.addVersionSource(source));
            },
          });
        },
      }),
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({ data: config }),
      ...features,
    ],
  });
}
