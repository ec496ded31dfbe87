import assert from 'node:assert/strict';
import { importedModels, importStatus, waitUntil } from './portal.mjs';
import { SERVER_ID } from '../startStage.mjs';

/**
 * Models of the server are in the catalog, by themselves.
 *
 * @param {import('./portal.mjs').Play} play
 */
export async function checkImport(play) {
  const { checks, engineer, scientist, mlflow, trained } = play;
  const { uglyName, longName, stores } = trained;

  await checks.check('the models appear in the catalog by themselves', () =>
    waitUntil('seven models', async () => {
      const { size } = await importedModels(play);
      return size === 7;
    }),
  );
  await checks.check('their owners are known once the teams are', () =>
    waitUntil('the owners', async () => {
      const found = await importedModels(play);
      return ['card-fraud', 'demand-by-store', 'nightly-eta'].every(
        name => found.get(name)?.relations?.length > 0,
      );
    }),
  );
  const models = await importedModels(play);

  await checks.check('a model has what the registry says of it', () => {
    const { metadata, spec, relations } = models.get('card-fraud');
    assert.equal(metadata.description, 'Scores card payments for fraud.');
    assert.equal(spec.type, 'classifier');
    assert.equal(spec.lifecycle, 'unknown');
    assert.equal(spec.owner, 'group:default/payments-fraud');
    assert.deepEqual(spec.registries, [
      { server: SERVER_ID, name: 'card-fraud' },
    ]);
    assert.equal(metadata.links[0].url, `${mlflow.url}/#/models/card-fraud`);
    assert.ok(
      relations.some(
        (/** @type {any} */ { type, targetRef }) =>
          type === 'ownedBy' && targetRef === 'group:default/payments-fraud',
      ),
    );
  });

  await checks.check('an owner that is no team of ours is left out', () => {
    const { spec } = models.get('refund_size');
    assert.equal(spec.owner, undefined);
  });

  await checks.check('ugly names are cleaned and kept as titles', () => {
    for (const name of [uglyName, longName]) {
      const { metadata } = models.get(name);
      assert.match(metadata.name, /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/);
      assert.equal(metadata.annotations['understudy.dev/registry-name'], name);
    }
  });

  await checks.check('the models of single stores are one Model', () => {
    const { spec } = models.get('demand-by-store');
    assert.equal(spec.registries.length, stores);
    assert.equal(spec.registries[0].variant, 'store=0001');
    assert.equal(spec.owner, 'group:default/forecasting');
    assert.ok(!models.has('demand_store_0001'));
  });

  await checks.check('a prompt is told apart', () => {
    assert.equal(models.get('help-answer').spec.type, 'prompt');
  });

  await checks.check('the status counts what was read', async () => {
    const { counts, lastSuccessAt, lastError } = await importStatus(play);
    assert.equal(lastError, undefined);
    assert.ok(lastSuccessAt);
    // card-fraud, refund_size, nightly-eta, two ugly names, the stores, a prompt.
    assert.equal(counts.records, 6 + stores);
    assert.equal(counts.prompts, 1);
    assert.equal(counts.imported, 7);
  });

  await checks.check('a preview says what it would do, and why', async () => {
    const preview = await engineer.post(
      `/catalog/mlflow/providers/${SERVER_ID}/preview`,
    );
    assert.deepEqual(preview.folded, [
      { ref: 'model:default/demand-by-store', variants: stores },
    ]);
    const refund = preview.models.find(
      (/** @type {any} */ model) => model.record === 'refund_size',
    );
    assert.equal(refund.change, 'keep');
    assert.equal(
      refund.ownerReason,
      'Tag "owner" is "no such team!", which is no group of the catalog',
    );
  });

  await checks.check('only those who may can preview or import', async () => {
    for (const action of ['preview', 'sync', 'release']) {
      const path = `/catalog/mlflow/providers/${SERVER_ID}/${action}`;
      assert.equal((await scientist.send('POST', path)).status, 403);
    }
  });
}
