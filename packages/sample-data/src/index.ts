/**
 * The sample organisation and its in-process registry, for the demo portal.
 *
 * @packageDocumentation
 */
export { sampleData as default } from './sampleData';
