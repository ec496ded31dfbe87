import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { MlflowRegistryConfig } from '@understudy/mlflow-client';
import { ImportRules } from '@understudy/plugin-ml-node';

/** The import of one MLflow server, as in `catalog.providers.mlflow.<id>`. */
export interface MlflowImportConfig {
  server: MlflowRegistryConfig;
  schedule: SchedulerServiceTaskScheduleDefinition;
  rules: ImportRules;
  /** A loss of more than this share of the records waits for release. */
  holdAbovePercent: number;
  /** Whether the import goes by what was decided in the intake. */
  intake: boolean;
}
