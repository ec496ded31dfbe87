import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { importedModels, versionStatus, waitUntil } from './portal.mjs';

const MODEL = 'parcel-weight';
const RENAMED = `${MODEL}-renamed`;
const SCIENTIST = 'user:default/payments-scientist';

/**
 * The portal is killed while it waits for the server to answer, is started
 * again with the same data, and the real client asks again. What the server
 * has done is there once, and is the client's.
 *
 * @param {Pick<import('./portal.mjs').Play, 'checks'> & Awaited<ReturnType<typeof import('../startMortalStage.mjs').startMortalStage>>} play
 */
export async function checkKills(play) {
  const { checks, scientist, auditor, inRegistry, mlflow, portal } = play;
  const versions = `/ml/models/default/${MODEL}/versions`;

  /**
   * Has a script ask for something, and the portal die of it.
   *
   * @param {string} path what the portal asks the server for
   * @param {string} step of the script
   * @param {string} name
   */
  const askAndKill = async (path, step, name) => {
    const isDone = mlflow.holdNext(path);
    const asked = inRegistry(scientist.token, 'interrupted.py', step, name);
    await Promise.race([isDone, asked]);
    await portal.kill();
    await portal.start();
    return await asked;
  };

  /** @param {string} verb */
  const ledgerOf = async verb => {
    const { items } = await auditor.get(
      `/ml/ledger?type=dev.understudy.${verb}`,
    );
    return items.filter((/** @type {any} */ { subject }) =>
      subject.startsWith(`model:default/${MODEL}`),
    );
  };

  /** Reads that began and ended after now. */
  const nextReads = async () => {
    const now = new Date().toISOString();
    await waitUntil('the server to be read twice', async () => {
      const { lastAttemptAt, lastSuccessAt } = await versionStatus(
        /** @type {any} */ (play),
      );
      return lastAttemptAt > now && lastSuccessAt > lastAttemptAt;
    });
  };

  await checks.check('killed: a model made at the server appears', async () => {
    await inRegistry(scientist.token, 'interrupted.py', 'prepare', MODEL);
    await waitUntil('its version', async () => {
      const found = await importedModels(/** @type {any} */ (play));
      return (
        found.get(MODEL)?.spec.owner === 'group:default/payments-fraud' &&
        (await scientist.get(`${versions}?view=all`))?.counts.total === 1
      );
    });
  });

  await checks.check(
    'killed: a version that is being registered is there once',
    async () => {
      const { answer } = await askAndKill(
        '/model-versions/create',
        'register',
        MODEL,
      );
      assert.equal(answer, '2');
      await nextReads();
      assert.deepEqual(await numbersAt(mlflow, MODEL), ['1', '2']);
      const { items } = await scientist.get(`${versions}?view=all`);
      assert.deepEqual(
        items.map((/** @type {any} */ { label }) => label).sort(),
        ['1', '2'],
      );
      const made = await scientist.get(`${versions}/2`);
      assert.equal(made.registeredBy, SCIENTIST);
      await expectOne(ledgerOf('version.registered'));
    },
  );

  await checks.check(
    'killed: an alias that nobody asks for again is set, and by whom',
    async () => {
      const { error } = await askAndKill(
        '/registered-models/alias',
        'alias',
        MODEL,
      );
      assert.equal(error, 'MlflowException');
      await waitUntil('the alias', async () => {
        const { aliases } = await scientist.get(`${versions}/2`);
        return aliases.includes('candidate');
      });
      const { items } = await scientist.get(
        `/ml/models/default/${MODEL}/alias-history`,
      );
      assert.deepEqual(
        items.map((/** @type {any} */ { via, by }) => ({ via, by })),
        [{ via: 'client', by: SCIENTIST }],
      );
      await expectOne(ledgerOf('alias.set'));
    },
  );

  await checks.check(
    'killed: a model that is being renamed keeps its Model',
    async () => {
      const { answer } = await askAndKill(
        '/registered-models/rename',
        'rename',
        MODEL,
      );
      assert.equal(answer, RENAMED);
      await nextReads();
      const names = (await mlflow.dump()).map(({ name }) => name);
      assert.deepEqual(names, [RENAMED]);
      const { items } = await scientist.get(`${versions}?view=all`);
      assert.deepEqual(
        items.map((/** @type {any} */ one) => [one.label, one.goneSince]),
        [
          ['2', undefined],
          ['1', undefined],
        ],
      );
      const models = await importedModels(/** @type {any} */ (play));
      assert.deepEqual(
        [...models.values()].map(({ metadata }) => metadata.name),
        [MODEL],
      );
      await expectOne(ledgerOf('record.renamed'));
    },
  );

  await checks.check(
    'killed: a read that was cut short begins anew, long before its timeout',
    async () => {
      // The import of Models and the reading of versions, in either order.
      for (const reader of ['one', 'the other']) {
        await Promise.race([
          mlflow.holdNext('/registered-models/search'),
          sleep(60_000, undefined, { ref: false }).then(() =>
            assert.fail(`The server is not read by ${reader}`),
          ),
        ]);
      }
      const { lastAttemptAt, lastSuccessAt } = await versionStatus(
        /** @type {any} */ (play),
      );
      assert.ok(lastAttemptAt > lastSuccessAt, 'It is not being read');
      await portal.kill();
      await portal.start();
      await nextReads();
    },
  );

  await checks.check('killed: nothing is taken for a drift', async () => {
    const { items: drifts } = await scientist.get(
      `/ml/models/default/${MODEL}/alias-drift`,
    );
    assert.deepEqual(drifts, []);
    const { items: history } = await scientist.get(
      `/ml/models/default/${MODEL}/alias-history`,
    );
    assert.deepEqual(
      history.filter((/** @type {any} */ { via }) => via !== 'client'),
      [],
    );
    assert.deepEqual(await ledgerOf('registry.drift'), []);
  });

  await checks.check('killed: the ledger verifies', async () => {
    const verified = await auditor.get('/ml/ledger/verify');
    assert.equal(verified.valid, true, JSON.stringify(verified));
  });
}

/**
 * @param {{ dump: () => Promise<any[]> }} mlflow
 * @param {string} name
 * @returns {Promise<string[]>} the versions that the server holds
 */
async function numbersAt(mlflow, name) {
  const record = (await mlflow.dump()).find(one => one.name === name);
  return record.versions
    .map((/** @type {any} */ { version }) => String(version))
    .sort();
}

/** @param {Promise<any[]>} reading */
async function expectOne(reading) {
  const events = await reading;
  assert.deepEqual(
    events.map(({ data }) => data.actor.ref),
    [SCIENTIST],
  );
}
