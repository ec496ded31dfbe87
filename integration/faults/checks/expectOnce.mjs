import assert from 'node:assert/strict';
import { waitFor } from '../../lib/waitFor.mjs';
import {
  aliasOf,
  MODEL,
  readAlias,
  VERSION,
  waitForState,
} from '../promotions.mjs';

const ONCE = [
  'promotion.created',
  'promotion.approved',
  'promotion.executing',
  'promotion.succeeded',
  'assignment.opened',
];

/**
 * Fails unless a promotion was executed to its end, and every part of it once.
 *
 * @param {object} options
 * @param {import('../promotions.mjs').Asked} options.asked
 * @param {import('../startReplica.mjs').Replica} options.replica that is asked
 * @param {string} options.directory of the portal
 */
export async function expectOnce({ asked, replica, directory }) {
  const { id, market } = asked;
  await waitForState(replica, asked, 'succeeded');

  const ledger = await replica.auditor.get(
    `/ml/ledger?correlationId=${id}&limit=200`,
  );
  const types = ledger.items.map((/** @type {any} */ event) =>
    event.type.replace('dev.understudy.', ''),
  );
  for (const type of ONCE) {
    assert.equal(
      types.filter((/** @type {string} */ found) => found === type).length,
      1,
      `${type} in the ledger of ${id}: ${types.join(', ')}`,
    );
  }

  const { items } = await replica.scientist.get(
    `/ml/models/${MODEL}/assignments?view=history&limit=200`,
  );
  const assigned = items.filter(
    (/** @type {any} */ item) => item.target.segment === `market=${market}`,
  );
  assert.deepEqual(
    assigned.map((/** @type {any} */ item) => [
      item.promotionId,
      item.version,
      item.until,
    ]),
    [[id, VERSION, undefined]],
    `the assignments at market=${market}`,
  );

  assert.deepEqual(
    readAlias(directory, market),
    { version: VERSION, writes: 1 },
    `the writes of ${aliasOf(market)}`,
  );
}

/**
 * Fails unless the requester and the approver were asked and told, once each.
 * The approver hears of the outcome as a member of the owning team, which a new
 * portal notes within some minutes: once or not yet.
 *
 * @param {object} options
 * @param {import('../promotions.mjs').Asked} options.asked
 * @param {import('../startReplica.mjs').Replica} options.replica that is asked
 */
export async function expectOneNotificationEach({ asked, replica }) {
  const { scientist, lead } = replica;
  for (const [api, part] of /** @type {const} */ ([
    [scientist, 'approval'],
    [lead, 'approval'],
    [scientist, 'outcome'],
  ])) {
    const count = await waitFor(
      `a notification ${part} of promotion ${asked.id}`,
      async () => (await countNotifications(api, asked, part)) || undefined,
    );
    assert.equal(count, 1, `notifications ${part} of promotion ${asked.id}`);
  }
  assert.ok((await countNotifications(lead, asked, 'outcome')) <= 1);
}

/**
 * @param {import('../../lib/PortalApi.mjs').PortalApi} api of the recipient
 * @param {import('../promotions.mjs').Asked} asked
 * @param {'approval' | 'outcome'} part
 */
async function countNotifications(api, { id }, part) {
  const { notifications } = await api.get('/notifications?limit=500');
  return notifications.filter(
    (/** @type {any} */ { payload }) =>
      payload.scope === `ml:promotion:${id}:${part}`,
  ).length;
}

/**
 * Fails unless the chain of the ledger is whole.
 *
 * @param {import('../startReplica.mjs').Replica} replica that is asked
 */
export async function expectLedgerVerifies(replica) {
  const verification = await replica.auditor.get('/ml/ledger/verify');
  assert.equal(verification.valid, true, JSON.stringify(verification));
  assert.ok(verification.checked > 0);
}
