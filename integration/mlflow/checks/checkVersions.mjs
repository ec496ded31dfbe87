import assert from 'node:assert/strict';
import { waitFor } from '../../lib/waitFor.mjs';
import { versionStatus, waitUntil } from './portal.mjs';

const FRAUD = '/ml/models/default/card-fraud/versions';

/**
 * Versions of the server are in the API, with all that is known of them.
 *
 * @param {import('./portal.mjs').Play} play
 */
export async function checkVersions(play) {
  const { checks, scientist, mlflow, trained } = play;
  const [first, second, third] = trained.fraudVersions;

  await checks.check('the versions appear by themselves', () =>
    waitUntil('three versions', async () => {
      const page = await scientist.get(`${FRAUD}?view=all`);
      return page?.counts.total === 3;
    }),
  );

  await checks.check(
    'a version has metrics with dataset and split',
    async () => {
      const { items } = await scientist.get(`${FRAUD}?view=all`);
      const version = items.find(
        (/** @type {any} */ item) => item.label === first,
      );
      const metric = version.metrics.find(
        (/** @type {any} */ { name }) => name === 'roc_auc',
      );
      assert.ok(metric.value > 0.7 && metric.value <= 1, String(metric.value));
      assert.equal(metric.dataset, 'card-fraud-holdout');
      assert.equal(metric.split, 'test');
      assert.deepEqual(version.aliases, ['champion']);
      assert.equal(version.source.type, 'mlflow');
    },
  );

  await checks.check('a version has signature, run and links', async () => {
    const version = await scientist.get(`${FRAUD}/${third}`);
    assert.equal(version.signature.inputs.length, 6);
    assert.deepEqual(version.signature.inputs[0], {
      name: 'signal_0',
      type: 'double',
      required: true,
    });
    assert.match(version.digest, /^sha256:[0-9a-f]{64}$/);
    assert.equal(version.digestStrength, 'record');
    assert.ok(version.runId && version.modelId);
    assert.ok(
      version.params.some((/** @type {any} */ { key }) => key === 'max_iter'),
    );
    const [link] = version.links;
    assert.equal(
      link.url,
      `${mlflow.url}/#/models/card-fraud/versions/${third}`,
    );
    const run = version.links[1];
    assert.match(run.url, new RegExp(`/runs/${version.runId}$`));
  });

  await checks.check(
    'a version that was not evaluated has no metric',
    async () => {
      const version = await scientist.get(`${FRAUD}/${second}`);
      assert.deepEqual(version.metrics, []);
    },
  );

  await checks.check('a tag of a version is there', async () => {
    const version = await scientist.get(`${FRAUD}/${first}`);
    assert.deepEqual(version.tags, [{ key: 'data', value: '2026-09' }]);
  });

  await checks.check('an alias names the version it points at', async () => {
    const version = await scientist.get(`${FRAUD}/champion`);
    assert.equal(version.label, first);
  });

  await checks.check(
    'variants stand beside the versions of stores',
    async () => {
      const page = await waitFor('the stores', async () => {
        const found = await scientist.get(
          '/ml/models/default/demand-by-store/versions?view=all&limit=100',
        );
        return found?.counts.total === trained.stores ? found : undefined;
      });
      const variants = page.items.map((/** @type {any} */ v) => v.variant);
      assert.ok(variants.includes('store=0012'), variants.join());
      assert.equal(new Set(variants).size, trained.stores);
    },
  );

  await checks.check(
    'a model with many versions shows the notable ones',
    async () => {
      const page = await waitFor('the nights', async () => {
        const found = await scientist.get(
          '/ml/models/default/nightly-eta/versions',
        );
        return found?.counts.total === trained.nights ? found : undefined;
      });
      assert.ok(page.items.length < trained.nights);
      assert.equal(page.items[0].label, String(trained.nights));
    },
  );

  await checks.check(
    'the registry says how fresh its versions are',
    async () => {
      const status = await versionStatus(play);
      assert.equal(status.type, 'mlflow');
      assert.equal(status.stale, false);
      assert.equal(status.lastError, undefined);
      assert.equal(
        status.versions,
        // card-fraud, refund_size, two ugly names, stores, nights, a prompt.
        3 + 1 + 2 + trained.stores + trained.nights + 1,
      );
    },
  );

  await checks.check(
    'an alias moved in MLflow moves in the portal',
    async () => {
      await mlflow.change('set-alias', 'card-fraud', 'challenger', second);
      await waitUntil('the alias', async () => {
        const version = await scientist.get(`${FRAUD}/challenger`);
        return version?.label === second;
      });
    },
  );
}
