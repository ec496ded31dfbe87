/**
 * The machine-learning kinds for the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleMl as default } from './module';
