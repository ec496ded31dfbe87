import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { MlflowRegistryConfig } from '@understudy/mlflow-client';
import {
  BindingPattern,
  CompiledBindingRule,
} from '@understudy/plugin-ml-common';

/** The import of one MLflow server, as in `catalog.providers.mlflow.<id>`. */
export interface MlflowImportConfig {
  server: MlflowRegistryConfig;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Namespace of imported Models. */
  namespace: string;
  environment?: string;
  rules: CompiledBindingRule[];
  ignore: BindingPattern[];
  /** Tag of a record that names its owner. */
  ownerTag: string;
  /** Namespace of groups that an owner tag names without one. */
  ownerNamespace: string;
  /** How long a Model stays after its record has gone, in milliseconds. */
  keepGoneForMs: number;
  /** A loss of more than this share of the records waits for release. */
  holdAbovePercent: number;
}
