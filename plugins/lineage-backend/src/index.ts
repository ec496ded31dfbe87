/**
 * Takes OpenLineage events and answers what depends on what.
 *
 * @packageDocumentation
 */
export { lineagePlugin as default } from './plugin';
