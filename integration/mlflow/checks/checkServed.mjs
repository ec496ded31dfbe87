import assert from 'node:assert/strict';

const MODEL = 'card-fraud';

/**
 * The real client changes a model whose home is the MLflow server by the
 * portal: what it asks for is done there, and shown here at once.
 *
 * @param {import('./portal.mjs').Play} play
 */
export async function checkServed(play) {
  const { checks, scientist, inRegistry, mlflow, portal } = play;

  await checks.check(
    'registry: a server is changed by the portal',
    async () => {
      const { versions, ...done } = await inRegistry(
        scientist.token,
        'served.py',
        MODEL,
      );
      const [number] = versions;
      // The same request within a minute gives the same version.
      assert.deepEqual(versions, [number, number]);
      assert.deepEqual(done, {
        tags: { by: 'portal', size: 'small' },
        description: 'In other words',
        user: 'user:default/payments-scientist',
        refused: 'PERMISSION_DENIED',
      });

      const record = (await mlflow.dump()).find(
        (/** @type {any} */ { name }) => name === MODEL,
      );
      assert.equal(record.tags.reviewed, 'yes');
      assert.equal(record.aliases.candidate, number);
      const there = record.versions.filter(
        (/** @type {any} */ { tags }) => tags.by === 'portal',
      );
      assert.equal(there.length, 1);
      assert.equal(there[0].version, number);
      assert.equal(there[0].description, 'In other words');

      const here = await scientist.get(
        `/ml/models/default/${MODEL}/versions/${number}`,
      );
      assert.equal(here.registeredBy, 'user:default/payments-scientist');
      assert.deepEqual(here.aliases, ['candidate']);
    },
  );

  await checks.check(
    'registry: what the server refuses is refused',
    async () => {
      const url = `${portal.url}/api/ml/mlflow/api/2.0/mlflow/model-versions/set-tag`;
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${scientist.token}`,
          'content-type': 'application/json',
        },
        // MLflow's own rule, of which the portal knows nothing.
        body: JSON.stringify({
          name: MODEL,
          version: '1',
          key: 'a?b',
          value: 'c',
        }),
      });
      assert.equal(answer.status, 400);
      assert.equal((await answer.json()).error_code, 'INVALID_PARAMETER_VALUE');
    },
  );
}
