import { waitFor } from '../waitFor.mjs';

/**
 * Waits until everything that was accepted is in the graph.
 *
 * @param {import('../PortalApi.mjs').PortalApi} api
 * @param {{ seconds?: number }} [options]
 */
export async function waitForDrain(api, { seconds = 120 } = {}) {
  await waitFor(
    'all events to be in the graph',
    async () => {
      const { backlog } = await api.get('/lineage/status');
      return backlog === 0 ? true : undefined;
    },
    { seconds },
  );
}
