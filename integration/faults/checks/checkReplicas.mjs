import assert from 'node:assert/strict';
import { approve, ask } from '../promotions.mjs';
import {
  expectLedgerVerifies,
  expectOnce,
  expectOneNotificationEach,
} from './expectOnce.mjs';

const MARKETS = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5'];

/**
 * Two replicas of one portal, both at work.
 *
 * @param {import('../startPortal.mjs').Portal} portal
 * @param {import('../../lib/Checks.mjs').Checks} checks
 */
export async function checkReplicas(portal, checks) {
  const [a, b] = portal.replicas;
  const { directory } = portal;

  await checks.check(
    'two replicas execute each of several promotions once',
    async () => {
      const asked = [];
      for (const [index, market] of MARKETS.entries()) {
        asked.push(await ask(index % 2 ? a : b, market));
      }
      await Promise.all(
        asked.map((each, index) => approve(index % 2 ? b : a, each)),
      );
      for (const each of asked) {
        await expectOnce({ asked: each, replica: a, directory });
      }
    },
  );

  await checks.check(
    'the same approval on both replicas at once counts once',
    async () => {
      const asked = await ask(a, 'twice');
      const answers = await Promise.all(
        [a, b].map(replica =>
          replica.lead.send('POST', `/ml/promotions/${asked.id}/approve`, {
            revision: asked.revision,
          }),
        ),
      );
      const statuses = answers.map(({ status }) => status);
      assert.ok(statuses.includes(200), `answered ${statuses}`);
      assert.ok(
        statuses.every(status => [200, 409].includes(status)),
        `answered ${statuses}`,
      );
      await expectOnce({ asked, replica: b, directory });
      const { approvals } = await b.scientist.get(`/ml/promotions/${asked.id}`);
      assert.equal(approvals.length, 1);
      await expectOneNotificationEach({ asked, replica: a });
    },
  );

  await checks.check('the ledger of two replicas verifies', () =>
    expectLedgerVerifies(a),
  );
}
