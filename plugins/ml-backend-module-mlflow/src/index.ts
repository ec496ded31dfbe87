/**
 * MLflow as a source of model versions and as the place where promotions move
 * aliases.
 *
 * @packageDocumentation
 */
export { mlModuleMlflow, mlModuleMlflow as default } from './module';
