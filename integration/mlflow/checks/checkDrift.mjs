import assert from 'node:assert/strict';
import { SERVER_ID, WEBHOOK_SECRET } from '../startStage.mjs';
import { waitUntil } from './portal.mjs';

const MODEL = 'card-fraud';
const PATH = `/ml/models/default/${MODEL}`;

/**
 * Somebody moves the champion in MLflow, behind the portal's back; and MLflow
 * tells the portal by itself that something has changed.
 *
 * @param {import('./portal.mjs').Play} play
 */
export async function checkDrift(play) {
  const { checks, scientist, lead, mlflow, trained, portal } = play;
  const [before, unmeasured, champion] = trained.fraudVersions;
  const latest = async () =>
    (await scientist.get(`${PATH}/alias-drift`)).items[0];
  const holder = async () =>
    (await scientist.get(`${PATH}/assignments`)).items.find(
      (/** @type {any} */ { slot }) => slot === 'champion',
    ).version;

  await checks.check('a moved champion is shown as drift', async () => {
    await mlflow.change('set-alias', MODEL, 'champion', unmeasured);
    await waitUntil(
      'the drift',
      async () => (await latest())?.state === 'open',
    );
    const drift = await latest();
    assert.equal(drift.decided.label, champion);
    assert.equal(drift.found.label, unmeasured);
    const { items } = await scientist.get(
      `${PATH}/alias-history?alias=champion&limit=1`,
    );
    assert.equal(items[0].via, 'outside');
    assert.equal(items[0].to.label, unmeasured);
  });

  await checks.check('and is put back when somebody says so', async () => {
    const { id } = await latest();
    await lead.post(`${PATH}/alias-drift/${id}`, {
      choice: 'revert',
      reason: 'Nobody has decided that',
    });
    await waitUntil(
      'the alias',
      async () => (await mlflow.readAlias(MODEL, 'champion')) === champion,
    );
    await waitUntil(
      'its end',
      async () => (await latest()).state === 'reverted',
    );
    assert.equal(await holder(), champion);
  });

  await checks.check('a move back in MLflow is a rollback', async () => {
    await mlflow.change('set-alias', MODEL, 'champion', before);
    await waitUntil('the rollback', async () => (await holder()) === before);
    assert.equal((await latest()).state, 'reverted');
    assert.equal(await mlflow.readAlias(MODEL, 'champion'), before);
  });

  await checks.check('a move is adopted like any promotion', async () => {
    await mlflow.change('set-alias', MODEL, 'champion', champion);
    await waitUntil('the drift', async () => (await latest()).state === 'open');
    const { promotionId } = await scientist.post(
      `${PATH}/alias-drift/${(await latest()).id}`,
      { choice: 'adopt', reason: 'It is the better one' },
    );
    const { revision, state } = await lead.get(`/ml/promotions/${promotionId}`);
    assert.equal(state, 'awaiting_approval');
    await lead.post(`/ml/promotions/${promotionId}/approve`, { revision });
    await waitUntil(
      'its end',
      async () => (await latest()).state === 'adopted',
    );
    assert.equal(await holder(), champion);
  });

  await checks.check('MLflow tells the portal by a webhook', async () => {
    const answers = await mlflow.sendWebhooks({
      url: `${portal.url}/api/ml/registries/${SERVER_ID}/webhook`,
      secret: WEBHOOK_SECRET,
    });
    assert.deepEqual(answers, { right: 202, wrong: 401 });
  });
}
