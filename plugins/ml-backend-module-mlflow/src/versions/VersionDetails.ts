import { VersionSignature } from '@understudy/plugin-ml-common';
import { MlflowLoggedModel, MlflowRun } from '@understudy/mlflow-client';

/** What is known about a version beside its entry in the registry. */
export interface VersionDetails {
  run?: MlflowRun;
  loggedModel?: MlflowLoggedModel;
  signature?: VersionSignature;
}
