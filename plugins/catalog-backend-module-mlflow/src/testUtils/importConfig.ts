import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { MlflowImportConfig } from '../config/MlflowImportConfig';
import { readMlflowImports } from '../config/readMlflowImports';

/** The configuration of an import from a server `eu`, for tests. */
export function importConfig(
  provider: JsonObject = {},
  baseUrl = 'http://mlflow.example.com',
): MlflowImportConfig {
  const [config] = readMlflowImports(
    new ConfigReader({
      ml: {
        registries: {
          eu: {
            type: 'mlflow',
            title: 'MLflow Europe',
            baseUrl,
            uiUrl: 'https://mlflow.example.com',
            requestsPerSecond: 1000,
          },
        },
      },
      catalog: { providers: { mlflow: { eu: provider } } },
    }),
  );
  return config;
}
