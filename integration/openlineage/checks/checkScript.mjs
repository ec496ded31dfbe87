import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { waitForDrain } from '../../lib/lineage/waitForDrain.mjs';
import { waitFor } from '../../lib/waitFor.mjs';
import { edgeTexts, jobId } from '../graph.mjs';
import { openlineagePackages } from '../openlineagePackages.mjs';
import { runPython } from '../runPython.mjs';

const SCRIPT = 'refund_rates.py';
const [clientVersion] = openlineagePackages.map(name => name.split('==')[1]);
const ENTITY = 'dataset:default/card-payments';
const JOB = jobId('notebooks', 'refund-rates');
const WROTE = `ol:dataset:${encodeURIComponent('postgres://warehouse.example.com:5432')}/analytics.refund_rates`;

/**
 * What somebody does who follows the tutorial: a script with the client as it is
 * set up there, whose data are those of an entity of the catalog.
 *
 * @param {import('../run.mjs').Play} play
 */
export async function checkScript({ checks, portal, outside, python }) {
  await checks.check('script: it is the one that the tutorial shows', () => {
    const [script, tutorial] = [
      `../python/${SCRIPT}`,
      '../../../docs/tutorials/follow-data.md',
    ].map(file => readFileSync(new URL(file, import.meta.url), 'utf8'));
    assert.ok(tutorial.includes(`\`\`\`python\n${script}\`\`\`\n`));
  });

  await checks.check('script: what it sent is next to the entity', async () => {
    const printed = await runPython({
      command: python,
      args: [SCRIPT],
      url: portal.url,
      token: portal.tokens.token,
    });
    assert.match(printed, /^Sent: refund-rates read payments\.card_payments/);
    await waitForDrain(outside);
    await waitFor(
      'the table to be the entity',
      async () => {
        const graph = await outside.get(
          `/lineage/graph?root=${encodeURIComponent(JOB)}&depth=1`,
        );
        const edges = edgeTexts(graph ?? { edges: [] });
        return edges.includes(`${ENTITY} -> ${JOB} observed`) &&
          edges.includes(`${JOB} -> ${WROTE} observed`)
          ? edges
          : undefined;
      },
      { seconds: 120 },
    );
    const fields = await outside.get(
      `/lineage/columns?${new URLSearchParams({ root: WROTE, field: 'refund_rate' })}`,
    );
    assert.deepEqual(
      fields.edges.map((/** @type {any} */ { source }) => source),
      [{ node: ENTITY, field: 'answer' }],
    );
  });

  await checks.check(
    'script: its run tells what carried it out, and its tags',
    async () => {
      const { items } = await outside.get(
        `/lineage/runs?node=${encodeURIComponent(JOB)}`,
      );
      assert.deepEqual(
        items.map((/** @type {any} */ { engine, tags }) => ({ engine, tags })),
        [
          {
            engine: { name: 'pandas', version: '2.3' },
            tags: [
              { key: 'purpose', value: 'tutorial' },
              // The client adds it by itself.
              {
                key: 'openlineage_client_version',
                value: clientVersion,
                source: 'OPENLINEAGE_CLIENT',
              },
            ],
          },
        ],
      );
    },
  );
}
