import assert from 'node:assert/strict';
import { SERVER_ID } from '../startStage.mjs';
import { importedModels, importStatus, waitUntil } from './portal.mjs';

const CLAIMED = 'refund_size';
const PROMPT = 'help-answer';
const TEAM = 'group:default/payments-fraud';
/** A Model of a team's own YAML, in the sample organisation. */
const KNOWN_MODEL = '/ml/models/default/price-anomaly/versions?view=all';

/**
 * What nobody has taken is in the intake, and what is decided there is followed
 * by the catalog and the versions. The server itself is left alone.
 *
 * @param {import('./portal.mjs').Play} play
 */
export async function checkIntake(play) {
  const { checks, engineer, scientist, mlflow, trained } = play;
  const { longName, uglyName } = trained;
  const before = await mlflow.dump();

  await checks.check('models without an owner are in the intake', () =>
    waitUntil('the records', async () => {
      const found = await unsettled(engineer);
      return (
        [CLAIMED, longName, uglyName, PROMPT].every(
          name => found.get(name) === 'no-owner',
        ) && !found.has('card-fraud')
      );
    }),
  );

  await checks.check('a team claims several at once', async () => {
    const claim = { action: 'claim', owner: TEAM };
    const [first, second, forOthers] = await decide(scientist, [
      [CLAIMED, claim],
      [uglyName, claim],
      [longName, { action: 'claim', owner: 'group:default/forecasting' }],
    ]);
    assert.deepEqual(
      [first.outcome, second.outcome, forOthers.outcome],
      ['accepted', 'accepted', 'refused'],
    );
    await waitUntil('the owners', async () => {
      const found = await importedModels(play);
      return [CLAIMED, uglyName].every(
        name => found.get(name).spec.owner === TEAM,
      );
    });
    const { metadata } = (await importedModels(play)).get(CLAIMED);
    assert.equal(metadata.annotations['understudy.dev/owner-source'], 'intake');
  });

  await checks.check('a bound record moves to the model', async () => {
    const [result] = await decide(engineer, [
      [longName, { action: 'bind', model: 'model:default/price-anomaly' }],
    ]);
    assert.equal(result.outcome, 'accepted');
    await waitUntil('the imported model to go', async () => {
      const found = await importedModels(play);
      return !found.has(longName);
    });
    await waitUntil('its version', async () =>
      (await versionsFrom(scientist, KNOWN_MODEL)).includes(longName),
    );
  });

  await checks.check('an ignored record leaves the catalog', async () => {
    const reason = 'An example from a course';
    const [refused] = await decide(scientist, [
      [PROMPT, { action: 'ignore', reason }],
    ]);
    assert.equal(refused.outcome, 'refused');
    const [result] = await decide(engineer, [
      [PROMPT, { action: 'ignore', reason }],
    ]);
    assert.equal(result.outcome, 'accepted');
    await waitUntil('it to go', async () => {
      const found = await importedModels(play);
      return !found.has(PROMPT);
    });
    const preview = await engineer.post(
      `/catalog/mlflow/providers/${SERVER_ID}/preview`,
    );
    assert.deepEqual(preview.ignoredInIntake, [{ record: PROMPT, reason }]);
    assert.deepEqual(preview.ignored, []);
  });

  await checks.check('nothing decided counts as lost', async () => {
    const { counts, held, lastError } = await importStatus(play);
    assert.equal(held, undefined);
    assert.equal(lastError, undefined);
    assert.equal(counts.records, 6 + trained.stores);
    assert.equal(counts.ignored, 1);
    assert.equal(counts.bound, 1);
  });

  await checks.check('what is taken back is as before', async () => {
    const results = await decide(
      engineer,
      [CLAIMED, uglyName, longName, PROMPT].map(name => [
        name,
        { action: 'reset' },
      ]),
    );
    assert.ok(results.every(({ outcome }) => outcome === 'accepted'));
    await waitUntil('the models', async () => {
      const found = await importedModels(play);
      return (
        found.has(PROMPT) &&
        found.has(longName) &&
        found.get(CLAIMED).spec.owner === undefined
      );
    });
    await waitUntil(
      'the version to move back',
      async () =>
        !(await versionsFrom(scientist, KNOWN_MODEL)).includes(longName),
    );
  });

  await checks.check('the server itself was left alone', async () => {
    assert.deepEqual(await mlflow.dump(), before);
  });
}

/**
 * The records that wait for somebody, with their status.
 *
 * @param {import('../../lib/PortalApi.mjs').PortalApi} api
 * @returns {Promise<Map<string, string>>}
 */
async function unsettled(api) {
  const { items } = await api.get(`/ml/intake?server=${SERVER_ID}&limit=100`);
  return new Map(
    items.map((/** @type {any} */ { record, status }) => [record.name, status]),
  );
}

/**
 * @param {import('../../lib/PortalApi.mjs').PortalApi} api
 * @param {[name: string, decision: object][]} lines
 * @returns {Promise<{ outcome: string }[]>}
 */
async function decide(api, lines) {
  const { items } = await api.post('/ml/intake/decisions', {
    items: lines.map(([name, decision]) => ({
      record: { server: SERVER_ID, name },
      decision,
    })),
  });
  return items;
}

/**
 * Names of the records that the versions of a model come from.
 *
 * @param {import('../../lib/PortalApi.mjs').PortalApi} api
 * @param {string} path
 */
async function versionsFrom(api, path) {
  const { items } = await api.get(path);
  return items
    .filter((/** @type {any} */ { goneSince }) => !goneSince)
    .map((/** @type {any} */ { source }) => source.record);
}
