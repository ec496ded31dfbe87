import assert from 'node:assert/strict';
import { waitUntil } from './portal.mjs';

const MODEL = 'Refused';
const API = '/api/ml/mlflow/api/2.0/mlflow';

const codes = {
  'token of another query': 'INVALID_PARAMETER_VALUE',
  'token of another search': 'INVALID_PARAMETER_VALUE',
  'token that is made up': 'INVALID_PARAMETER_VALUE',
  'filter with OR': 'INVALID_PARAMETER_VALUE',
  'filter that ends early': 'INVALID_PARAMETER_VALUE',
  'filter with a quote': 'INVALID_PARAMETER_VALUE',
  'order that is none': 'INVALID_PARAMETER_VALUE',
  'name that is taken': 'RESOURCE_ALREADY_EXISTS',
  'alias that reads like a version': 'INVALID_PARAMETER_VALUE',
  'version that is none': 'RESOURCE_DOES_NOT_EXIST',
};

/**
 * What a registry must refuse, with the real client and without it.
 *
 * @param {Pick<import('./portal.mjs').Play, 'checks' | 'scientist' | 'inRegistry' | 'portal'>} play
 */
export async function checkRefusals(play) {
  const { checks, scientist, inRegistry, portal } = play;

  await checks.check('registry: bad requests lose nothing', async () => {
    const { refused, versions } = await inRegistry(
      scientist.token,
      'registry_refusals.py',
      MODEL,
    );
    for (const [what, [, message]] of Object.entries(refused)) {
      console.log(`  ${what.padEnd(34)} ${message.slice(0, 110)}`);
    }
    assert.deepEqual(
      Object.fromEntries(
        Object.entries(refused).map(([what, [code]]) => [what, code]),
      ),
      codes,
    );
    assert.equal(versions, 3);
  });

  await checks.check('registry: a metric that is not a number', async () => {
    /** @type {any} */
    let version;
    await waitUntil('the other metrics', async () => {
      version = await scientist.get(
        `/ml/models/default/${MODEL.toLowerCase()}/versions/1`,
      );
      return version?.metrics.length > 0;
    });
    assert.deepEqual(
      version.metrics.map((/** @type {any} */ { name, value }) => [
        name,
        value,
      ]),
      [['rmse', 0.5]],
    );
    const answer = await fetch(
      `${portal.url}${API}/model-versions/create`,
      request(scientist.token, '{"name": "Refused", "source": NaN}'),
    );
    assert.equal(answer.status, 400);
    assert.equal((await answer.json()).error_code, 'INVALID_PARAMETER_VALUE');
  });

  await checks.check('registry: 401 in the words of MLflow', async () => {
    for (const token of [undefined, 'made-up']) {
      const answer = await fetch(
        `${portal.url}${API}/model-versions/create`,
        request(token, '{}'),
      );
      assert.equal(answer.status, 401);
      const body = await answer.json();
      assert.equal(body.error_code, 'UNAUTHENTICATED');
      assert.equal(typeof body.message, 'string');
    }
  });
}

/**
 * @param {string | undefined} token
 * @param {string} body
 */
function request(token, body) {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body,
  };
}
