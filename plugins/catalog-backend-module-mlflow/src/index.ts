/**
 * Imports the registered models of MLflow servers into the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleMlflow, catalogModuleMlflow as default } from './module';
