import assert from 'node:assert/strict';
import {
  importedModels,
  importStatus,
  versionStatus,
  waitUntil,
} from './portal.mjs';

/**
 * A server that dies takes nothing with it, and the portal says so.
 *
 * @param {import('./portal.mjs').Play} play
 */
export async function checkTrouble(play) {
  const { checks, scientist, mlflow } = play;
  const before = await importedModels(play);
  await mlflow.stop();

  await checks.check('a dead server is reported by the import', () =>
    waitUntil('the error', async () =>
      (await importStatus(play)).lastError?.includes('ECONNREFUSED'),
    ),
  );
  await checks.check('a dead server is reported by the versions', () =>
    waitUntil('the error', async () =>
      (await versionStatus(play)).lastError?.includes('ECONNREFUSED'),
    ),
  );
  await checks.check('everything that was known stays', async () => {
    assert.deepEqual(
      [...(await importedModels(play)).keys()].sort(),
      [...before.keys()].sort(),
    );
    const page = await scientist.get(
      '/ml/models/default/card-fraud/versions?view=all',
    );
    assert.equal(page.counts.total, 3);
    assert.ok(page.items.every((/** @type {any} */ v) => !v.goneSince));
  });

  await mlflow.start();
  await checks.check('the portal recovers with the server', async () => {
    await waitUntil(
      'the import',
      async () => (await importStatus(play)).lastError === undefined,
    );
    await waitUntil(
      'the versions',
      async () => (await versionStatus(play)).lastError === undefined,
    );
  });
}
