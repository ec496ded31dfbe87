import { equal, match, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PortalApi } from '../../lib/PortalApi.mjs';
import { waitFor } from '../../lib/waitFor.mjs';

/** What must be shut in production, and what opens to a token. */
export async function checkDoors({
  checks,
  url,
  token,
  senderToken,
  directory,
  logFile,
}) {
  const outside = new PortalApi(url, token);

  await checks.check('nothing for development is installed', () => {
    const ours = readdirSync(path.join(directory, 'node_modules/@understudy'));
    ok(ours.includes('plugin-ml-backend'));
    ok(!ours.some(name => /roles|sample/.test(name)), ours.join(', '));
  });

  await checks.check('nobody enters as a role or as a guest', async () => {
    for (const provider of ['roles', 'guest']) {
      const { status } = await fetch(`${url}/api/auth/${provider}/refresh`, {
        headers: { 'x-understudy-role': 'platform-engineer' },
      });
      equal(status, 404, provider);
    }
  });

  await checks.check('the API is shut without a token', async () => {
    for (const route of [
      'ml/models',
      'ml/ledger',
      'lineage/status',
      'catalog/entities',
    ]) {
      equal((await fetch(`${url}/api/${route}`)).status, 401, route);
    }
  });

  await checks.check('a token lists the models of the catalog', async () => {
    const model = await waitFor('the model in the list', async () => {
      const page = await outside.get('/ml/models');
      return page.items[0];
    });
    equal(model.ref, 'model:default/chargeback-risk');
    equal(model.owner, 'group:default/payments-fraud');
  });

  await checks.check('a build registers a version with a token', async () => {
    await outside.post('/ml/models/default/chargeback-risk/versions', {
      label: '1',
      digest: `sha256:${'a'.repeat(64)}`,
    });
    const versions = await outside.get(
      '/ml/models/default/chargeback-risk/versions',
    );
    equal(versions.items[0].label, '1');
  });

  await checks.check(
    'a sender of lineage may send and do nothing else',
    async () => {
      const sender = new PortalApi(url, senderToken);
      const event = {
        eventTime: new Date().toISOString(),
        producer: 'https://example.com/sender',
        schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
        job: { namespace: 'production', name: 'nightly' },
        outputs: [{ namespace: 'file', name: '/srv/report.csv' }],
      };
      const sent = await sender.send('POST', '/lineage/api/v1/lineage', event);
      equal(sent.status, 201);
      const root = encodeURIComponent('ol:job:production/nightly');
      await waitFor('the job', () =>
        outside.get(`/lineage/graph?root=${root}`),
      );
      for (const route of [
        `/lineage/nodes/${root}`,
        '/catalog/entities',
        '/ml/models',
      ]) {
        const { status } = await sender.send('GET', route);
        ok(status === 403 || status === 404, `${route} answered ${status}`);
      }
    },
  );

  await checks.check('the tables are in PostgreSQL, none in a file', () => {
    const log = readFileSync(logFile, 'utf8');
    ok(!/sqlite/i.test(log), 'the log speaks of SQLite');
    match(log, /Plugin initialization complete/);
  });
}
