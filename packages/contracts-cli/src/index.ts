/**
 * The command `understudy-contracts`, which checks interface contracts in CI.
 *
 * @packageDocumentation
 */

export { runCli } from './runCli';
