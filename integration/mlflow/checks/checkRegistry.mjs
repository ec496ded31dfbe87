import assert from 'node:assert/strict';
import { PortalApi } from '../../lib/PortalApi.mjs';
import { waitUntil } from './portal.mjs';
import { promote } from './promote.mjs';

const MODEL = 'Parcel damage';
const CLIENTS = 50;

/**
 * The portal as the model registry of the real client: a data scientist's
 * script that was changed in nothing but its environment.
 *
 * @param {import('./portal.mjs').Play} play
 */
export async function checkRegistry(play) {
  const { checks, scientist, outside, inRegistry, portal } = play;
  /** @type {any} */
  let done;
  let path = '';

  await checks.check(
    'registry: a script registers, finds and loads a model',
    async () => {
      done = await inRegistry(scientist.token, 'scientist.py', MODEL);
      assert.deepEqual(done, {
        ...done,
        version: '2',
        found: ['2'],
        alias: '2',
        user: 'user:default/payments-scientist',
        same: true,
        predicted: 200,
      });
      console.log(`  with mlflow ${done.mlflow}`);
    },
  );

  await checks.check('registry: the catalog holds the model', async () => {
    /** @type {any} */
    let entity;
    await waitUntil('the Model', async () => {
      const { items } = await outside.get(
        `/catalog/entities/by-query?filter=${encodeURIComponent(`kind=model,metadata.title=${MODEL}`)}`,
      );
      [entity] = items;
      return entity;
    });
    assert.equal(entity.spec.owner, 'group:default/payments-fraud');
    assert.equal(entity.spec.home, 'portal');
    path = `default/${entity.metadata.name}`;
  });

  await checks.check('registry: the portal shows its versions', async () => {
    const version = await scientist.get(`/ml/models/${path}/versions/2`);
    assert.equal(version.createdBy, 'user:default/payments-scientist');
    assert.equal(version.description, 'The less regular one');
    assert.deepEqual(version.aliases, ['candidate']);
    assert.deepEqual(version.tags, [{ key: 'C', value: '1.0' }]);
  });

  await checks.check(
    'registry: metrics and signature come from the tracking server',
    async () => {
      await waitUntil('the metrics', async () => {
        const version = await scientist.get(`/ml/models/${path}/versions/2`);
        return version.metrics.some(
          (/** @type {any} */ { name }) => name === 'accuracy',
        );
      });
      const version = await scientist.get(`/ml/models/${path}/versions/2`);
      assert.ok(
        version.params.some(
          (/** @type {any} */ { key, value }) => key === 'C' && value === '1.0',
        ),
      );
      assert.equal(version.runId, done.run);
      assert.equal(version.signature.inputs.length, 1);
      assert.match(version.links[0].url, new RegExp(`/runs/${done.run}$`));
    },
  );

  await checks.check(
    `registry: ${CLIENTS} clients at once get numbers without gaps`,
    async () => {
      const numbers = await inRegistry(
        scientist.token,
        'register_many.py',
        'Many at once',
        String(CLIENTS),
      );
      assert.deepEqual(
        numbers,
        Array.from({ length: CLIENTS }, (_, index) => index + 1),
      );
    },
  );

  await checks.check('registry: others may not change it', async () => {
    const other = await PortalApi.asRole(portal.url, 'search-scientist');
    const answer = await other.send(
      'POST',
      '/ml/mlflow/api/2.0/mlflow/registered-models/set-tag',
      { name: MODEL, key: 'a', value: 'b' },
    );
    assert.equal(answer.status, 403, JSON.stringify(answer.body));
    assert.equal(answer.body.error_code, 'PERMISSION_DENIED');
  });

  await checks.check(
    'registry: a personal token does, until revoked',
    async () => {
      const { id, token } = await scientist.post('/ml/registry-tokens', {
        name: 'notebook',
        days: 1,
      });
      const { user, same } = await inRegistry(
        token,
        'scientist.py',
        'Refund risk',
      );
      assert.equal(user, 'user:default/payments-scientist');
      assert.ok(same);
      await scientist.send('DELETE', `/ml/registry-tokens/${id}`);
      for (const bad of [token, 'made-up']) {
        await assert.rejects(
          inRegistry(bad, 'register_many.py', 'Refund risk', '1'),
          /UNAUTHENTICATED/,
        );
      }
    },
  );

  await checks.check('registry: a promotion moves the champion', async () => {
    for (const version of ['1', '2']) {
      await promote(play, {
        model: `model:${path}`,
        version,
        reason: 'Better than nothing',
      });
      assert.equal(await champion(play), version);
    }
  });

  await checks.check(
    'registry: the champion goes back by its alias',
    async () => {
      const { body, status } = await scientist.send(
        'POST',
        '/ml/mlflow/api/2.0/mlflow/registered-models/alias',
        { name: MODEL, alias: 'champion', version: '1' },
      );
      assert.equal(status, 200, JSON.stringify(body));
      assert.equal(await champion(play), '1');
    },
  );
}

/** @param {import('./portal.mjs').Play} play */
async function champion({ scientist }) {
  const { model_version: version } = await scientist.get(
    `/ml/mlflow/api/2.0/mlflow/registered-models/alias?${new URLSearchParams({ name: MODEL, alias: 'champion' })}`,
  );
  return version.version;
}
