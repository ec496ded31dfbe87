import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { waitFor } from '../../lib/waitFor.mjs';
import {
  approve,
  ask,
  countInLog,
  readAlias,
  setDelay,
  stateOf,
} from '../promotions.mjs';
import {
  expectLedgerVerifies,
  expectOnce,
  expectOneNotificationEach,
} from './expectOnce.mjs';

/** Longer than it takes to go on, shorter than a registry may take to answer. */
const DELAY_SECONDS = 12;
const ATTEMPTS = 5;
const CI_MODEL = 'default/address-check';

/**
 * What was under way when a replica was killed.
 *
 * @typedef {object} Interrupted
 * @property {import('../promotions.mjs').Asked} beforeMove
 * @property {import('../promotions.mjs').Asked} afterMove
 * @property {import('../promotions.mjs').Asked} approved
 * @property {import('../promotions.mjs').Asked} waiting
 * @property {string} registered label of a version
 */

/**
 * Kills a replica like `kill -9`: while it waits for the registry to move one
 * alias, after it has moved another, and right after it has accepted three more
 * things.
 *
 * @param {import('../startPortal.mjs').Portal} portal
 * @param {import('../startReplica.mjs').Replica} victim
 * @returns {Promise<Interrupted>}
 */
export async function killInTheMiddle(portal, victim) {
  const { directory } = portal;
  const waiting = await ask(victim, 'waiting');
  const approved = await ask(victim, 'approved');
  const registered = '9.9.0';
  await victim.outside.post(`/ml/models/${CI_MODEL}/versions`, {
    label: registered,
    digest: `sha256:${createHash('sha256').update(registered).digest('hex')}`,
  });
  const { afterMove, beforeMove } = await interruptible(portal, victim);
  await approve(victim, approved);
  await portal.kill(victim);

  assert.equal(
    readAlias(directory, beforeMove.market),
    undefined,
    'the kill came after the alias had moved',
  );
  return { beforeMove, afterMove, approved, waiting, registered };
}

/**
 * Gets two promotions under way that the registry keeps the replica waiting
 * for. Tries again when the first was through before the second began, as on a
 * machine with much else to do.
 *
 * @param {import('../startPortal.mjs').Portal} portal
 * @param {import('../startReplica.mjs').Replica} victim
 */
async function interruptible(portal, victim) {
  const { directory } = portal;
  for (let round = 0; round < ATTEMPTS; round += 1) {
    setDelay(directory, { after: DELAY_SECONDS });
    const afterMove = await approveUntil(portal, victim, 'Moved', round);
    setDelay(directory, { before: DELAY_SECONDS });
    const beforeMove = await approveUntil(portal, victim, 'Moving', round);
    setDelay(directory, undefined);
    if ((await stateOf(victim, afterMove)) === 'executing') {
      return { afterMove, beforeMove };
    }
  }
  throw new Error(`${ATTEMPTS} times a promotion was through too early`);
}

/**
 * Approves promotions until the replica itself has taken one and done so much
 * of it: another replica may be quicker now and then.
 *
 * @param {import('../startPortal.mjs').Portal} portal
 * @param {import('../startReplica.mjs').Replica} victim
 * @param {'Moving' | 'Moved'} done
 * @param {number} round
 */
async function approveUntil({ replicas }, victim, done, round) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const asked = await ask(victim, `${done.toLowerCase()}${round}-${attempt}`);
    await approve(victim, asked);
    const taker = await waitFor(`${asked.id} to be executed`, async () =>
      replicas.find(one => countInLog(one, done, asked.market) > 0),
    );
    if (taker === victim) {
      return asked;
    }
  }
  throw new Error(`${victim.name} took none of ${ATTEMPTS} promotions`);
}

/**
 * Looks at what became of it all, once another replica runs.
 *
 * @param {import('../startPortal.mjs').Portal} portal
 * @param {Interrupted} interrupted
 * @param {import('../../lib/Checks.mjs').Checks} checks
 * @param {string} where
 */
export async function checkKill(portal, interrupted, checks, where) {
  const { directory, replicas } = portal;
  const [replica] = replicas;
  const { beforeMove, afterMove, approved, waiting, registered } = interrupted;

  await checks.check(
    `${where}: nothing that was accepted before a kill is lost`,
    async () => {
      const { state, revision } = await replica.scientist.get(
        `/ml/promotions/${waiting.id}`,
      );
      assert.deepEqual(
        [state, revision],
        ['awaiting_approval', waiting.revision],
      );
      const version = await replica.scientist.get(
        `/ml/models/${CI_MODEL}/versions/${registered}`,
      );
      assert.equal(version.label, registered);
      await expectOnce({ asked: approved, replica, directory });
    },
  );
  await checks.check(
    `${where}: a promotion whose replica died before the alias moved is finished by another`,
    async () => {
      await expectOnce({ asked: beforeMove, replica, directory });
    },
  );
  await checks.check(
    `${where}: a promotion whose replica died after the alias moved is finished without moving it again`,
    async () => {
      await expectOnce({ asked: afterMove, replica, directory });
    },
  );
  await checks.check(`${where}: everybody is told once`, async () => {
    for (const asked of [beforeMove, afterMove, approved]) {
      await expectOneNotificationEach({ asked, replica });
    }
  });
  await checks.check(`${where}: the ledger verifies after a kill`, () =>
    expectLedgerVerifies(replica),
  );
}
