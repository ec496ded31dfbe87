import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { waitUntil } from './portal.mjs';

const SCRIPT = 'train_tumour_model.py';
const MODEL = 'tumour-kind';
const versions = `/ml/models/default/${MODEL}/versions`;

/**
 * A data scientist's script that knows nothing of a portal: it does the same
 * with the portal as its registry as with the server alone, and the portal then
 * shows what is known of the model.
 *
 * @param {Pick<import('./portal.mjs').Play, 'checks' | 'scientist' | 'inRegistry'>} play
 */
export async function checkScript({ checks, scientist, inRegistry }) {
  await checks.check('script: it is the one that the tutorial shows', () => {
    const [script, tutorial] = [
      `../python/${SCRIPT}`,
      '../../../docs/tutorials/register-with-mlflow.md',
    ].map(file => readFileSync(new URL(file, import.meta.url), 'utf8'));
    assert.ok(tutorial.includes(`\`\`\`python\n${script}\`\`\`\n`));
  });

  await checks.check(
    'script: it registers, finds and loads a model',
    async () => {
      const printed = await inRegistry.print(scientist.token, SCRIPT);
      assert.match(printed, /^Found version 1 of tumour-kind$/m);
      assert.match(
        printed,
        /^The candidate, version 1, is right 9\d% of the time/m,
      );
    },
  );

  await checks.check('script: the portal shows what is known', async () => {
    await waitUntil('the metrics', async () => {
      const found = await scientist.get(`${versions}/1`);
      return found?.metrics.length > 0;
    });
    const version = await scientist.get(`${versions}/1`);
    assert.equal(version.createdBy, 'user:default/payments-scientist');
    assert.deepEqual(version.aliases, ['candidate']);
    assert.deepEqual(version.tags, [{ key: 'data', value: 'breast-cancer' }]);
    assert.deepEqual(
      version.metrics.map((/** @type {any} */ { name }) => name),
      ['roc_auc'],
    );
    assert.equal(version.signature.inputs.length, 30);
    assert.ok(version.runId);
  });
}
