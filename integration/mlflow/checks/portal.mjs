import { waitFor } from '../../lib/waitFor.mjs';
import { SERVER_ID } from '../startStage.mjs';

/**
 * What every group of checks is given.
 *
 * @typedef {object} Play
 * @property {import('../../lib/Checks.mjs').Checks} checks
 * @property {import('../../lib/PortalApi.mjs').PortalApi} outside
 * @property {import('../../lib/PortalApi.mjs').PortalApi} engineer
 * @property {import('../../lib/PortalApi.mjs').PortalApi} scientist
 * @property {import('../../lib/PortalApi.mjs').PortalApi} lead
 * @property {{ url: string }} portal
 * @property {Awaited<ReturnType<typeof import('../startStage.mjs').startStage>>['mlflow']} mlflow
 * @property {ReturnType<typeof import('../portalRegistry.mjs').portalRegistry>} inRegistry
 * @property {Awaited<ReturnType<typeof import('../train.mjs').train>>} trained
 */

/**
 * The Models that were imported from the server, by their title or name.
 *
 * @param {Play} play
 * @returns {Promise<Map<string, any>>}
 */
export async function importedModels({ outside }) {
  const { items } = await outside.get(
    `/catalog/entities/by-query?limit=500&filter=${encodeURIComponent(
      `kind=model,metadata.annotations.understudy.dev/registry-server=${SERVER_ID}`,
    )}`,
  );
  return new Map(
    items.map((/** @type {any} */ entity) => [
      entity.metadata.title ?? entity.metadata.name,
      entity,
    ]),
  );
}

/**
 * How the import from the server stands.
 *
 * @param {Play} play
 */
export async function importStatus({ outside }) {
  const { items } = await outside.get('/catalog/mlflow/providers');
  return items.find((/** @type {any} */ item) => item.id === SERVER_ID);
}

/**
 * How the reading of versions from the server stands.
 *
 * @param {Play} play
 */
export async function versionStatus({ outside }) {
  const { items } = await outside.get('/ml/registries');
  return items.find((/** @type {any} */ item) => item.server === SERVER_ID);
}

/**
 * Waits until a condition holds.
 *
 * @param {string} what
 * @param {() => Promise<unknown>} holds
 */
export function waitUntil(what, holds) {
  return waitFor(what, async () => ((await holds()) ? true : undefined), {
    seconds: 90,
  });
}
