import { waitUntil } from './portal.mjs';

/**
 * Asks for a version in production as the scientist, approves as the lead, and waits until it is
 * there.
 *
 * @param {Pick<import('./portal.mjs').Play, 'scientist' | 'lead'>} people
 * @param {{ model: string, version: string, reason: string }} what - `model` is an entity ref
 */
export async function promote({ scientist, lead }, what) {
  const { id } = await scientist.post('/ml/promotions', {
    ...what,
    stage: 'production',
    environment: 'production',
    segment: '*',
  });
  await waitUntil('somebody to be asked', async () => {
    const { state } = await lead.get(`/ml/promotions/${id}`);
    return state === 'awaiting_approval';
  });
  const { revision } = await lead.get(`/ml/promotions/${id}`);
  await lead.post(`/ml/promotions/${id}/approve`, { revision });
  await waitUntil('the promotion', async () => {
    const { state } = await lead.get(`/ml/promotions/${id}`);
    return state === 'succeeded';
  });
}
