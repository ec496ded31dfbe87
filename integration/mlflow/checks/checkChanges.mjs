import assert from 'node:assert/strict';
import { SERVER_ID } from '../startStage.mjs';
import { importedModels, importStatus, waitUntil } from './portal.mjs';

const GONE_SINCE = 'understudy.dev/registry-gone-since';

/**
 * What people change and delete in MLflow.
 *
 * @param {import('./portal.mjs').Play} play
 */
export async function checkChanges(play) {
  const { checks, engineer, scientist, mlflow, trained } = play;

  await checks.check('a tag set in MLflow reaches the catalog', async () => {
    await mlflow.change('tag', 'refund_size', 'owner', 'payments-fraud');
    await waitUntil('the owner', async () => {
      const model = (await importedModels(play)).get('refund_size');
      return model.spec.owner === 'group:default/payments-fraud';
    });
  });

  await checks.check('a deleted model stays, marked', async () => {
    await mlflow.change('delete', 'refund_size');
    await waitUntil('the mark', async () => {
      const model = (await importedModels(play)).get('refund_size');
      return model.metadata.annotations[GONE_SINCE];
    });
    await waitUntil('its version', async () => {
      const page = await scientist.get(
        '/ml/models/default/refund_size/versions?view=all',
      );
      return page.items[0]?.goneSince;
    });
  });

  await checks.check('a large loss waits for release', async () => {
    await mlflow.change(
      'delete',
      ...Array.from(
        { length: trained.stores },
        (_, i) => `demand_store_${String(i + 1).padStart(4, '0')}`,
      ),
    );
    // A read in the midst of it holds what is gone by then; whoever lets that through has not seen the rest.
    await waitUntil('the hold', async () => {
      const { held } = await importStatus(play);
      return held && held.before - held.after === trained.stores;
    });
    const { held } = await importStatus(play);
    assert.deepEqual(held.removed, ['model:default/demand-by-store']);
    const model = (await importedModels(play)).get('demand-by-store');
    assert.equal(model.metadata.annotations[GONE_SINCE], undefined);
  });

  await checks.check('a released loss goes through', async () => {
    await engineer.post(`/catalog/mlflow/providers/${SERVER_ID}/release`);
    await waitUntil('the mark', async () => {
      const model = (await importedModels(play)).get('demand-by-store');
      return model.metadata.annotations[GONE_SINCE];
    });
    assert.equal((await importStatus(play)).held, undefined);
  });
}
