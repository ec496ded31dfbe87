import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  mlVersionSourcesExtensionPoint,
  VersionSource,
} from '@understudy/plugin-ml-node';
import { mlModuleMlflow } from './module';

describe('mlModuleMlflow', () => {
  it('brings one version source per server of type mlflow', async () => {
    const sources: VersionSource[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          mlVersionSourcesExtensionPoint,
          { addVersionSource: (source: VersionSource) => sources.push(source) },
        ],
      ],
      features: [
        mlModuleMlflow,
        mockServices.rootConfig.factory({
          data: {
            ml: {
              registries: {
                eu: {
                  type: 'mlflow',
                  title: 'MLflow Europe',
                  baseUrl: 'http://mlflow.example.com',
                  interval: { minutes: 1 },
                },
                us: { type: 'mlflow', baseUrl: 'http://us.example.com' },
                aws: { type: 'other' },
              },
            },
            catalog: {
              providers: {
                mlflow: {
                  eu: {
                    namespace: 'imported',
                    environment: 'production',
                    bindings: [{ pattern: 'a', name: 'b' }],
                  },
                },
              },
            },
          },
        }),
      ],
    });

    expect(sources).toMatchObject([
      {
        id: 'eu',
        type: 'mlflow',
        title: 'MLflow Europe',
        uiUrl: 'http://mlflow.example.com',
        namespace: 'imported',
        environment: 'production',
        bindingRules: [{ pattern: 'a', name: 'b' }],
        intervalSeconds: 60,
      },
      { id: 'us', namespace: 'default', bindingRules: [] },
    ]);
    expect(sources[0].aliases).toBeDefined();
  });
});
