import assert from 'node:assert/strict';
import { waitForDrain } from '../../lib/lineage/waitForDrain.mjs';
import { lastJson, runPython } from '../runPython.mjs';
import { edgeTexts, jobId, tableId } from '../graph.mjs';

const WAYS = [
  { jobs: 'py-plain', args: ['--transport', 'http'] },
  {
    jobs: 'py-gzip',
    args: ['--transport', 'http', '--compression', 'gzip'],
  },
  {
    jobs: 'py-async',
    args: ['--transport', 'async_http', '--compression', 'gzip'],
  },
];

const SECRET = 'hunter2-leaked';

/**
 * The unmodified Python client sends a small pipeline in each of its ways, and
 * the graph that comes of it is read back.
 *
 * @param {import('../run.mjs').Play} play
 */
export async function checkClient(play) {
  const { checks, portal, outside, python } = play;

  for (const { jobs, args } of WAYS) {
    await checks.check(`${args.join(' ')}: every event is taken`, async () => {
      const told = lastJson(
        await runPython({
          command: python,
          args: ['emit.py', ...args, '--namespace', jobs],
          url: portal.url,
          token: portal.tokens.sender,
        }),
      );
      assert.equal(told.sent, 8);
      assert.equal(told.finished, true);
      if (told.stats) {
        assert.deepEqual(told.stats, { pending: 0, success: 8, failed: 0 });
      }
      await waitForDrain(outside);
    });

    await checks.check(`${jobs}: the pipeline is a graph`, async () => {
      const graph = await outside.get(
        `/lineage/graph?root=${encodeURIComponent(tableId(jobs, 'orders'))}&depth=10`,
      );
      assert.deepEqual(edgeTexts(graph), expectedEdges(jobs));
      assert.equal(graph.truncated, false);
      assert.equal(graph.complete, true);
    });

    await checks.check(`${jobs}: what its facets say is kept`, async () => {
      const orders = await node(outside, tableId(jobs, 'orders'));
      assert.deepEqual(orders.node.quality, { failed: 1, total: 2 });
      const clean = await node(outside, jobId(jobs, 'nightly.clean'));
      assert.equal(clean.node.lastRun.state, 'complete');
      const report = await runs(outside, jobId(jobs, 'nightly.report'));
      assert.equal(report[0].state, 'failed');
      assert.match(report[0].error, /division by zero/);
      const train = await runs(outside, jobId(jobs, 'nightly.train'));
      assert.deepEqual(
        train[0].outputs.map((/** @type {any} */ output) => output.version),
        ['7'],
      );
    });

    await checks.check(`${jobs}: fields, paths and versions`, async () => {
      const [orders, clean] = ['orders', 'orders_clean'].map(name =>
        tableId(jobs, name),
      );
      const fields = await read(outside, 'columns', {
        root: orders,
        field: 'price',
      });
      assert.deepEqual(fields.edges, [
        {
          source: { node: orders, field: 'price' },
          target: { node: clean, field: 'price' },
          kind: 'direct',
        },
      ]);
      const model = `ol:dataset:${encodeURIComponent('mlflow://tests')}/${jobs.replaceAll('-', '_')}_prices`;
      const path = await read(outside, 'path', { from: orders, to: model });
      assert.deepEqual(
        path.nodes.map((/** @type {any} */ { id }) => id),
        [
          orders,
          jobId(jobs, 'nightly.clean'),
          clean,
          jobId(jobs, 'nightly.train'),
          model,
        ],
      );
      const used = await read(outside, 'runs', { used: `${clean}@snapshot-3` });
      assert.deepEqual(
        used.items.map((/** @type {any} */ run) => [
          run.job.name,
          run.outputs[0].id,
          run.outputs[0].version,
        ]),
        [['nightly.train', model, '7']],
      );
    });

    await checks.check(`${jobs}: another name leads to the same`, async () => {
      const other = `ol:dataset:${encodeURIComponent('s3://lake')}/${encodeURIComponent(
        `${jobs.replaceAll('-', '_')}/orders`,
      )}`;
      const graph = await outside.get(
        `/lineage/graph?root=${encodeURIComponent(other)}&depth=1`,
      );
      assert.equal(graph.root, tableId(jobs, 'orders'));
    });
  }

  await checks.check(
    'a flood through the asynchronous transport arrives',
    async () => {
      const told = lastJson(
        await runPython({
          command: python,
          args: ['flood.py', '300'],
          url: portal.url,
          token: portal.tokens.sender,
        }),
      );
      assert.deepEqual(told, {
        finished: true,
        pending: 0,
        success: 600,
        failed: 0,
      });
      await waitForDrain(outside);
      const graph = await outside.get(
        `/lineage/graph?root=${encodeURIComponent('ol:dataset:file/%2Fflood%2Fout')}&depth=2`,
      );
      assert.equal(graph.nodes.length, 1 + 20 + 20);
      assert.ok(
        graph.nodes
          .filter((/** @type {any} */ found) => found.kind === 'job')
          .every((/** @type {any} */ job) => job.lastRun.state === 'complete'),
      );
    },
  );

  await checks.check('a value of the environment is not kept', async () => {
    const failed = await runs(outside, jobId('py-plain', 'nightly.report'));
    const detail = await node(outside, jobId('py-plain', 'nightly.report'));
    assert.ok(!JSON.stringify([failed, detail]).includes(SECRET));
    assert.ok(!portal.readLog().includes(SECRET));
    assert.deepEqual(portal.filesWith(SECRET), []);
  });
}

/**
 * @param {import('../../lib/PortalApi.mjs').PortalApi} outside
 * @param {string} route
 * @param {Record<string, string>} query
 */
async function read(outside, route, query) {
  return await outside.get(`/lineage/${route}?${new URLSearchParams(query)}`);
}

/** @param {string} jobs */
function expectedEdges(jobs) {
  const orders = tableId(jobs, 'orders');
  const clean = tableId(jobs, 'orders_clean');
  const schema = jobs.replaceAll('-', '_');
  return [
    [orders, jobId(jobs, 'nightly.clean')],
    [jobId(jobs, 'nightly.clean'), clean],
    [clean, jobId(jobs, 'nightly.train')],
    [clean, jobId(jobs, 'nightly.report')],
    [clean, jobId(jobs, 'declared.mail'), 'declared'],
    [
      jobId(jobs, 'nightly.train'),
      `ol:dataset:${encodeURIComponent('mlflow://tests')}/${schema}_prices`,
    ],
    [
      jobId(jobs, 'declared.mail'),
      `ol:dataset:file/${encodeURIComponent(`/srv/mail/${schema}.csv`)}`,
      'declared',
    ],
  ]
    .map(
      ([source, target, origin = 'observed']) =>
        `${source} -> ${target} ${origin}`,
    )
    .sort();
}

/**
 * @param {import('../../lib/PortalApi.mjs').PortalApi} api
 * @param {string} id
 */
async function node(api, id) {
  return api.get(`/lineage/nodes/${encodeURIComponent(id)}`);
}

/**
 * @param {import('../../lib/PortalApi.mjs').PortalApi} api
 * @param {string} id
 */
async function runs(api, id) {
  const page = await api.get(`/lineage/runs?node=${encodeURIComponent(id)}`);
  return page.items;
}
