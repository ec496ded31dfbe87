import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitForDrain } from '../../lib/lineage/waitForDrain.mjs';
import { jobId } from '../graph.mjs';
import { runPython } from '../runPython.mjs';

const project = fileURLToPath(new URL('../dbt', import.meta.url));
const DATABASE = encodeURIComponent('duckdb://shop.duckdb');

/** @param {string} name */
const table = name => `ol:dataset:${DATABASE}/shop.main.${name}`;

/** @param {string} name */
const dbtJob = name => jobId('dbt', `shop.main.shop.${name}.build.run`);

/**
 * A real dbt builds and tests a small project, with OpenLineage's wrapper
 * around it.
 *
 * @param {import('../run.mjs').Play & { bin: string }} play
 */
export async function checkDbt(play) {
  const { checks, portal, outside, bin } = play;
  const directory = mkdtempSync(path.join(tmpdir(), 'understudy-dbt-'));
  try {
    cpSync(project, directory, { recursive: true });
    await checks.check('dbt-ol builds a project and tells of it', async () => {
      const output = await runPython({
        command: path.join(bin, 'dbt-ol'),
        args: ['build', '--project-dir', '.', '--profiles-dir', '.'],
        url: portal.url,
        token: portal.tokens.sender,
        cwd: directory,
        env: {
          OPENLINEAGE_NAMESPACE: 'dbt',
          PATH: `${bin}${path.delimiter}${process.env.PATH}`,
          DBT_SEND_ANONYMOUS_USAGE_STATS: 'false',
        },
      });
      assert.match(output, /Completed successfully/);
      await waitForDrain(outside);
    });
    await checks.check('dbt: models, tests and seeds are a graph', async () => {
      const graph = await outside.get(
        `/lineage/graph?root=${encodeURIComponent(table('orders'))}&depth=5`,
      );
      // dbt leaves seeds out of the inputs and names them in column lineage only;
      // its jobs are whole all the same.
      const edges = graph.edges.map(
        (/** @type {any} */ { source, target }) => `${source} -> ${target}`,
      );
      for (const [source, target] of [
        [table('raw_orders'), dbtJob('orders')],
        [dbtJob('orders'), table('orders')],
        [table('orders'), dbtJob('revenue_by_country')],
        [dbtJob('revenue_by_country'), table('revenue_by_country')],
      ]) {
        assert.ok(
          edges.includes(`${source} -> ${target}`),
          `${source} -> ${target} is not in\n${edges.join('\n')}`,
        );
      }
      const orders = graph.nodes.find(
        (/** @type {any} */ node) => node.id === table('orders'),
      );
      assert.deepEqual(orders.quality, { failed: 0, total: 2 });
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
