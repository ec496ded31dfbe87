/**
 * Backend of the machine learning plugins.
 *
 * @packageDocumentation
 */
export { mlPlugin as default } from './plugin';
