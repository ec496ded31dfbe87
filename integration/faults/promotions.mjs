import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from '../lib/waitFor.mjs';

/** @typedef {import('./startReplica.mjs').Replica} Replica */

/** The model that is promoted. */
export const MODEL = 'default/fraud-score';
const RECORD = 'fraud_score';
const SERVER = 'eu-prod';
/** A version that passes the gates of the portal's policies. */
export const VERSION = '42';

/**
 * A promotion of a test. Each is for a market of its own, so that none waits
 * for another.
 *
 * @typedef {{ id: string, market: string, revision: number }} Asked
 */

/**
 * Waits until the version that is promoted has been read from the registry.
 *
 * @param {Replica} replica
 */
export async function waitForVersion({ scientist }) {
  await waitFor(
    `version ${VERSION}`,
    () => scientist.get(`/ml/models/${MODEL}/versions/${VERSION}`),
    { seconds: 90 },
  );
}

/**
 * @param {Replica} replica that is asked
 * @param {string} market
 * @returns {Promise<Asked>}
 */
export async function ask({ scientist }, market) {
  const { id, state, revision } = await scientist.post('/ml/promotions', {
    model: `model:${MODEL}`,
    version: VERSION,
    stage: 'production',
    segment: `market=${market}`,
    reason: 'Tested under faults',
  });
  if (state !== 'awaiting_approval') {
    throw new Error(`The promotion ${id} is ${state}`);
  }
  return { id, market, revision };
}

/**
 * @param {Replica} replica that is told
 * @param {Asked} asked
 */
export async function approve({ lead }, { id, revision }) {
  await lead.post(`/ml/promotions/${id}/approve`, { revision });
}

/**
 * @param {Replica} replica that is asked
 * @param {Asked} asked
 * @returns {Promise<string>}
 */
export async function stateOf({ scientist }, { id }) {
  const { state } = await scientist.get(`/ml/promotions/${id}`);
  return state;
}

/**
 * @param {Replica} replica that is asked
 * @param {Asked} asked
 * @param {string} state
 */
export async function waitForState(replica, asked, state) {
  await waitFor(
    `promotion ${asked.id} to be ${state}`,
    async () => (await stateOf(replica, asked)) === state || undefined,
    { seconds: 120 },
  );
}

/** @param {string} market */
export const aliasOf = market => `champion-${market}`;

/**
 * How often a replica has said that it does something with an alias.
 *
 * @param {Replica} replica
 * @param {'Moving' | 'Moved'} what
 * @param {string} market
 */
export function countInLog(replica, what, market) {
  const line = `${what} '${aliasOf(market)}' of '${RECORD}' to version '${VERSION}' in ${SERVER}`;
  return replica.readLog().split(line).length - 1;
}

/**
 * The version that an alias points at in the sample registry, and how often the
 * portal moved it there: its log may lack the last lines before a kill.
 *
 * @param {string} directory of the portal
 * @param {string} market
 * @returns {{ version: string, writes: number } | undefined} nothing when it
 *   never moved it
 */
export function readAlias(directory, market) {
  const file = path.join(
    directory,
    'sample-registry',
    SERVER,
    RECORD,
    `${aliasOf(market)}.json`,
  );
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Makes the sample registry slow, or as quick as before.
 *
 * @param {string} directory of the portal
 * @param {{ before?: number, after?: number } | undefined} delay in seconds
 */
export function setDelay(directory, delay) {
  const file = path.join(directory, 'sample-registry', `${SERVER}.slow`);
  if (delay) {
    writeFileSync(file, JSON.stringify(delay));
  } else {
    rmSync(file, { force: true });
  }
}
