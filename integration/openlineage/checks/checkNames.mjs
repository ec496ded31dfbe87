import assert from 'node:assert/strict';
import { waitForDrain } from '../../lib/lineage/waitForDrain.mjs';
import { waitFor } from '../../lib/waitFor.mjs';
import { edgeTexts, jobId } from '../graph.mjs';
import { runPython } from '../runPython.mjs';

const DAYS = 5;
const SHOP = datasetId('postgres://names.example.com:5432', 'shop.visits');
const JOB = jobId('names', 'visits.collect');

/**
 * Two spellings, a dataset in parts, and the same in development.
 *
 * @param {import('../run.mjs').Play} play
 */
export async function checkNames({ checks, portal, outside, python }) {
  const lake = datasetId('s3://names-lake', 'visits');

  await checks.check('names: parts and spellings are one', async () => {
    await runPython({
      command: python,
      args: ['names.py'],
      url: portal.url,
      token: portal.tokens.sender,
    });
    await waitForDrain(outside);
    const graph = await readGraph(outside, lake);
    assert.deepEqual(edgeTexts(graph), [
      `${SHOP} -> ${JOB} observed`,
      `${JOB} -> ${lake} observed`,
    ]);
    const { foldedNames, environments } = graph.nodes.find(
      (/** @type {any} */ { id }) => id === lake,
    );
    assert.equal(foldedNames, DAYS);
    assert.deepEqual(environments, ['production']);
  });

  await checks.check('names: a run says which part it wrote', async () => {
    const { items } = await outside.get(
      `/lineage/runs?node=${encodeURIComponent(lake)}`,
    );
    assert.equal(items.length, DAYS);
    const parts = items.map((/** @type {any} */ { outputs }) => {
      assert.equal(outputs[0].id, lake);
      return outputs[0].partition;
    });
    assert.equal(new Set(parts).size, DAYS);
    assert.ok(parts.every((/** @type {string} */ part) => /^dt=/.test(part)));
  });

  await checks.check('names: development is shown when asked for', async () => {
    const production = await readGraph(outside, SHOP);
    assert.ok(!JSON.stringify(production.edges).includes('names-dev'));
    assert.deepEqual(
      production.environments.map((/** @type {any} */ { name }) => name),
      ['development', 'production'],
    );
    const development = await readGraph(outside, SHOP, 'development');
    assert.deepEqual(edgeTexts(development), [
      `${SHOP} -> ${jobId('names-dev', 'visits.collect')} observed`,
      `${jobId('names-dev', 'visits.collect')} -> ${datasetId('s3://names-lake-dev', 'visits')} observed`,
    ]);
  });
}

/**
 * The same events, after a start with other rules.
 *
 * @param {import('../run.mjs').Play} play
 */
export async function checkOtherNames({ checks, outside }) {
  await checks.check('names: other rules make the graph anew', async () => {
    const lake = datasetId('s3://names-pond', 'visits');
    const graph = await waitFor('the graph that other rules make', async () => {
      const { status, body } = await outside.send(
        'GET',
        graphPath(lake, 'lake'),
      );
      return status === 200 && body.edges.length > 0 ? body : undefined;
    });
    assert.deepEqual(edgeTexts(graph), [`${JOB} -> ${lake} observed`]);
    const [node] = graph.nodes.filter(
      (/** @type {any} */ { id }) => id === lake,
    );
    assert.equal(node.foldedNames, DAYS);
    // The two spellings of the shop are two things now.
    const job = await readGraph(outside, JOB);
    assert.equal(
      edgeTexts(job).filter(text => text.endsWith(`-> ${JOB} observed`)).length,
      2,
    );
  });
}

/**
 * @param {import('../../lib/PortalApi.mjs').PortalApi} outside
 * @param {string} root
 * @param {string} [environment]
 */
async function readGraph(outside, root, environment) {
  return await outside.get(graphPath(root, environment));
}

/**
 * @param {string} root
 * @param {string} [environment]
 */
function graphPath(root, environment) {
  const query = new URLSearchParams({
    root,
    depth: '3',
    ...(environment && { environment }),
  });
  return `/lineage/graph?${query}`;
}

/**
 * @param {string} namespace
 * @param {string} name
 */
function datasetId(namespace, name) {
  return `ol:dataset:${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
}
