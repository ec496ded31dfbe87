import assert from 'node:assert/strict';
import {
  importedModels,
  importStatus,
  versionStatus,
  waitUntil,
} from './portal.mjs';
import { promote } from './promote.mjs';

/**
 * The same, in short, with a server of MLflow 2.
 *
 * @param {Omit<import('./portal.mjs').Play, 'trained'> & {
 *   trained: Awaited<ReturnType<typeof import('../train.mjs').register>>,
 * }} play
 */
export async function checkMlflow2(play) {
  const { checks, scientist, lead, mlflow, trained } = play;
  const { model, unowned, prompt } = trained;
  const versions = `/ml/models/default/${model}/versions`;

  await checks.check(`MLflow ${trained.mlflow}: its models appear`, () =>
    waitUntil('the models', async () => {
      const found = await importedModels(play);
      return (
        [model, unowned, prompt].every(name => found.has(name)) &&
        found.get(model).spec.owner === 'group:default/payments-fraud'
      );
    }),
  );

  await checks.check('MLflow 2: they say what the server does', async () => {
    const found = await importedModels(play);
    const { metadata } = found.get(model);
    assert.equal(metadata.description, 'Kilograms, from what is in a parcel');
    assert.equal(metadata.links[0].url, `${mlflow.url}/#/models/${model}`);
    assert.equal(found.get(prompt).spec.type, 'prompt');
    assert.equal(found.get(unowned).spec.owner, undefined);
  });

  await checks.check('MLflow 2: versions have numbers and runs', async () => {
    await waitUntil('the versions', async () => {
      const page = await scientist.get(`${versions}?view=all`);
      return page?.counts.total === trained.errors.length;
    });
    const { items } = await scientist.get(`${versions}?view=all`);
    for (const [index, error] of trained.errors.entries()) {
      const version = items.find(
        (/** @type {any} */ { label }) => label === String(index + 1),
      );
      assert.deepEqual(
        version.metrics.map((/** @type {any} */ m) => [m.rawName, m.value]),
        [['rmse', error]],
      );
      assert.equal(version.source.type, 'mlflow');
    }
    const latest = await scientist.get(`${versions}/${trained.errors.length}`);
    assert.ok(latest.runId);
    assert.match(latest.digest, /^sha256:[0-9a-f]{64}$/);
    assert.deepEqual(latest.params, [{ key: 'depth', value: '6' }]);
  });

  await checks.check(
    'MLflow 2: an alias that moves there moves here',
    async () => {
      assert.equal((await scientist.get(`${versions}/champion`)).label, '1');
      await mlflow.change('set-alias', model, 'champion', '2');
      await waitUntil('the alias', async () => {
        const champion = await scientist.get(`${versions}/champion`);
        return champion?.label === '2';
      });
    },
  );

  await checks.check('MLflow 2: a promotion moves the alias', async () => {
    await promote(
      { scientist, lead },
      {
        model: `model:default/${model}`,
        version: '3',
        reason: 'The smallest error so far',
      },
    );
    assert.equal(await mlflow.readAlias(model, 'champion'), '3');
  });

  await checks.check('MLflow 2: nothing went wrong on the way', async () => {
    assert.equal((await importStatus(play)).lastError, undefined);
    assert.equal((await versionStatus(play)).lastError, undefined);
  });
}
