/**
 * Sign-in as one of the demo roles, for development and tests on the own machine.
 *
 * @packageDocumentation
 */

export { authModuleRoles as default } from './authModuleRoles';
