import assert from 'node:assert/strict';
import { waitFor } from '../../lib/waitFor.mjs';
import { approve, ask } from '../promotions.mjs';
import { expectLedgerVerifies, expectOnce } from './expectOnce.mjs';

const RECOVER_SECONDS = 60;

/**
 * PostgreSQL crashes in the middle of everything and comes back.
 *
 * @param {import('../startPortal.mjs').Portal} portal
 * @param {{ stop: (mode: 'immediate') => unknown, start: () => unknown }} postgres
 * @param {import('../../lib/Checks.mjs').Checks} checks
 */
export async function checkDatabaseRestart(portal, postgres, checks) {
  const { directory, replicas } = portal;
  const accepted = [];
  for (const market of ['d0', 'd1', 'd2', 'd3']) {
    accepted.push(await ask(replicas[0], market));
  }
  await Promise.all(
    accepted.map((asked, index) =>
      approve(replicas[index % replicas.length], asked),
    ),
  );
  postgres.stop('immediate');

  await checks.check('without its database a replica says so', async () => {
    const { status } = await replicas[0].scientist.send('GET', '/ml/models');
    assert.ok(status >= 500, `answered ${status}`);
  });

  postgres.start();
  await checks.check(
    'every replica answers again once its database is back',
    async () => {
      for (const replica of replicas) {
        await waitFor(
          `${replica.name} to answer`,
          () =>
            replica.scientist.send('GET', '/ml/models').then(
              ({ status }) => (status === 200 ? true : undefined),
              () => undefined,
            ),
          { seconds: RECOVER_SECONDS },
        );
      }
    },
  );
  await checks.check(
    'what was approved before the database crashed is executed once',
    async () => {
      for (const asked of accepted) {
        await expectOnce({ asked, replica: replicas[0], directory });
      }
    },
  );
  await checks.check('new promotions are executed as before', async () => {
    const asked = await ask(replicas[0], 'afterwards');
    await approve(replicas[1], asked);
    await expectOnce({ asked, replica: replicas[0], directory });
    await expectLedgerVerifies(replicas[0]);
  });
}
