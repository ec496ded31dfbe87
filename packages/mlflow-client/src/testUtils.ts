/**
 * For tests of what talks to MLflow.
 *
 * @packageDocumentation
 */
export {
  MlflowTestServer,
  type MlflowTestFault,
  type MlflowTestModel,
} from './testUtils/MlflowTestServer';
