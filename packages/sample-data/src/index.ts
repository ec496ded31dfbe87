/**
 * The sample organisation and its in-process registry, for the demo portal.
 *
 * @packageDocumentation
 */
export { mlModuleSampleRegistry as default } from './module';
