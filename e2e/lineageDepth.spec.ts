import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import { runEvent, sendEvents, thing } from './portal/lineageSteps';
import { lookAt } from './portal/lookAt';
import { sizeOfPng } from './portal/sizeOfPng';
import { expect, test } from './portal/test';

const ROOT = encodeURIComponent('ol:dataset:file/%2Fscoring%2Fclean');

function facet(body: object): object {
  return {
    _producer: 'https://example.com/browser-tests',
    _schemaURL: 'https://openlineage.io/spec/facets/1-0-1/Facet.json',
    ...body,
  };
}

/** Payments are cleaned six days ago, from version v1 without what is deleted; scored two days ago, from version 7 of the clean ones. */
async function sendScoring(
  request: APIRequestContext,
  token: string,
): Promise<void> {
  const table = (name: string, facets: object = {}) => ({
    namespace: 'file',
    name: `/scoring/${name}`,
    facets,
  });
  const version = (datasetVersion: string) => ({
    version: facet({ datasetVersion }),
  });
  const from = (name: string, field: string) => ({
    namespace: 'file',
    name: `/scoring/${name}`,
    field,
  });
  const madeFrom = (fields: object, dataset: object[] = []) => ({
    columnLineage: facet({ fields, dataset }),
  });
  await sendEvents(request, token, [
    {
      ...runEvent({ namespace: 'scoring', name: 'clean' }, 6),
      inputs: [table('raw', version('v1'))],
      outputs: [
        table('clean', {
          ...version('7'),
          ...madeFrom(
            {
              amount: { inputFields: [from('raw', 'amount_cents')] },
              country: { inputFields: [from('raw', 'country_code')] },
            },
            [
              {
                ...from('raw', 'deleted'),
                transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }],
              },
            ],
          ),
        }),
      ],
    },
    {
      ...runEvent({ namespace: 'scoring', name: 'score' }, 2),
      inputs: [table('clean', version('7'))],
      outputs: [
        table(
          'scores',
          madeFrom({ risk: { inputFields: [from('clean', 'amount')] } }),
        ),
      ],
    },
    {
      ...runEvent({ namespace: 'scoring', name: 'report' }, 1),
      inputs: [table('scores')],
      outputs: [table('report')],
    },
  ]);
}

test.beforeEach(({ request, outsideToken }) =>
  sendScoring(request, outsideToken),
);

test('a field is followed to what it is made from and goes into', async ({
  signIn,
}) => {
  const page = await signIn('platform-engineer');
  await page.goto(`/lineage?root=${ROOT}`);
  await page.getByRole('tab', { name: 'Fields' }).click();
  const table = page.getByRole('table', { name: 'Connections between fields' });
  await expect(table.getByRole('row')).toHaveCount(1 + 4);

  await page.getByLabel(/^Field of /).selectOption('country');
  await expect(page).toHaveURL(/field=country/);
  await expect(table.getByRole('row')).toHaveCount(1 + 3);
  await expect(table).toContainText('country_code');

  await page.getByLabel(/^Field of /).selectOption('amount');
  await lookAt(page, 'lineage-fields', {
    ready: () => expect(table.getByRole('row')).toHaveCount(1 + 4),
  });
});

test('what decides over a whole dataset is followed to all that is made from it', async ({
  signIn,
}) => {
  const page = await signIn('platform-engineer');
  const raw = encodeURIComponent('ol:dataset:file/%2Fscoring%2Fraw');
  await page.goto(`/lineage?root=${raw}&view=fields&field=deleted`);
  const table = page.getByRole('table', { name: 'Connections between fields' });
  await expect(
    table.getByRole('row', { name: /amount.*risk.*only indirectly/ }),
  ).toBeVisible();
  await expect(
    table.getByRole('row', { name: /decides over each of its fields/ }),
  ).toHaveCount(1);
  await lookAt(page, 'lineage-fields-whole', {
    ready: () =>
      expect(thing(page, 'risk, only indirectly, field of')).toBeVisible(),
  });
});

test('what is added and folded is there again for whoever has the link', async ({
  signIn,
}) => {
  const page = await signIn('platform-engineer');
  await page.goto(`/lineage?root=${ROOT}&upstreamDepth=0&downstreamDepth=1`);
  const report = thing(page, '/?scoring/report');
  for (const name of [
    /score goes into/,
    /scores goes into/,
    /report goes into/,
  ]) {
    await page.getByRole('button', { name }).click();
  }
  await expect(report).toBeVisible();
  await page.getByRole('button', { name: 'Show all', exact: true }).click();
  const entries = await page.evaluate(() => window.history.length);
  await thing(page, '/?scoring/scores').click();
  await page.getByRole('button', { name: 'Fold downstream' }).click();
  await page.keyboard.press('Escape');
  const folded = thing(page, '1 folded away');
  await expect(folded).toBeVisible();
  await expect(report).toBeHidden();
  expect(await page.evaluate(() => window.history.length)).toBe(entries);

  const link = page.url();
  expect(link.length).toBeLessThan(2_000);
  const counts = await page
    .getByText(/^\d+ things, \d+ connections$/)
    .textContent();
  const colleague = await signIn('payments-scientist');
  await colleague.goto(link);
  await expect(thing(colleague, '1 folded away')).toBeVisible();
  await expect(thing(colleague, '/?scoring/scores')).toBeVisible();
  await expect(thing(colleague, '/?scoring/report')).toBeHidden();
  await expect(colleague.getByText(counts ?? '')).toBeVisible();

  await lookAt(page, 'lineage-parts', {
    ready: () => expect(folded).toBeVisible(),
  });
  await page.getByRole('button', { name: 'Show it as at first' }).click();
  await expect(folded).toBeHidden();
  await expect(thing(page, '/?scoring/scores')).toBeHidden();
  expect(page.url()).not.toContain('part=');
});

test('the graph of an earlier time has what was connected by then', async ({
  signIn,
}) => {
  const page = await signIn('platform-engineer');
  await page.goto(`/lineage?root=${ROOT}`);
  await expect(thing(page, '/?scoring/scores')).toBeVisible();

  const field = page.getByLabel(/^As of/);
  await field.fill(
    new Date(Date.now() - 4 * 24 * 60 * 60_000).toISOString().slice(0, 16),
  );
  await field.press('Enter');
  await expect(
    page.getByText(/^You see connections as they were/),
  ).toBeVisible();
  await expect(thing(page, '/?scoring/raw')).toBeVisible();
  await expect(thing(page, '/?scoring/scores')).toHaveCount(0);

  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await expect(thing(page, '/?scoring/scores')).toBeVisible();
});

test('how two things are connected is brought out', async ({ signIn }) => {
  const page = await signIn('platform-engineer');
  await page.goto(
    `/lineage?root=${ROOT}&path=${encodeURIComponent('ol:dataset:file/%2Fscoring%2Freport')}`,
  );
  await expect(
    page.getByText(/4 steps, 1 shortest path, along the data/),
  ).toBeVisible();
  await expect(thing(page, '/?scoring/report')).toBeVisible();
});

test('what used a bad version is the list to re-score', async ({ signIn }) => {
  const page = await signIn('platform-engineer');
  await page.goto(`/lineage?root=${ROOT}&used=7`);
  const dialog = page.getByRole('dialog', {
    name: /^What used version 7 of/,
  });
  const rows = dialog.getByRole('row', { name: /score/ });
  await expect(rows.first()).toContainText('/scoring/scores');
  await expect(rows.first()).toContainText('report');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain(
    '/scoring/scores',
  );
  await lookAt(page, 'lineage-used', {
    ready: () => expect(rows.first()).toBeVisible(),
  });
});

test('data that lived in memory only is left out, and runs tell what carried them out', async ({
  signIn,
  request,
  outsideToken,
}) => {
  const frame = { namespace: 'inmemory://', name: 'fit_7f3a.frame' };
  const job = (name: string) => ({ namespace: 'fitting', name });
  const { run, ...fit } = runEvent(job('fit'), 1);
  await sendEvents(request, outsideToken, [
    {
      ...runEvent(job('prepare'), 1),
      inputs: [{ namespace: 'file', name: '/fitting/examples' }],
      outputs: [frame],
    },
    {
      ...fit,
      run: {
        ...run,
        facets: {
          processing_engine: facet({ name: 'spark', version: '3.5.1' }),
          tags: facet({ tags: [{ key: 'team', value: 'risk' }] }),
        },
      },
      inputs: [frame],
      outputs: [{ namespace: 'file', name: '/fitting/model' }],
    },
  ]);
  const page = await signIn('platform-engineer');
  await page.goto('/lineage?root=ol:job:fitting/fit&upstreamDepth=4');
  const left = page.getByText('4 things, 3 connections');
  await expect(left).toBeVisible();
  await expect(thing(page, 'fit_7f3a.frame')).toHaveCount(0);
  await thing(page, 'fit, ').click();
  await expect(page.getByText('by spark 3.5.1')).toBeVisible();
  await expect(page.getByText('tags: team: risk')).toBeVisible();
  await lookAt(page, 'lineage-memory-only', {
    ready: () => expect(left).toBeVisible(),
  });
  await page
    .getByRole('button', { name: /^Show 1 dataset that lived/ })
    .click();
  await expect(thing(page, 'fit_7f3a.frame')).toBeVisible();
  await expect(page).toHaveURL(/temporary=1/);
});

/** Saves what is drawn, and gives back the file. */
async function savePicture(page: Page, choice: RegExp): Promise<Buffer> {
  await page.getByRole('button', { name: 'Save picture' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('menuitem', { name: choice }).click(),
  ]);
  return readFile(await download.path());
}

test('the picture is taken along', async ({ signIn }, testInfo) => {
  const page = await signIn('platform-engineer');
  await page.goto(`/lineage?root=${ROOT}`);
  await expect(thing(page, '/?scoring/scores')).toBeVisible();
  const svg = (await savePicture(page, /^SVG/)).toString('utf8');
  expect(svg).toMatch(/<svg /);
  expect(svg).toContain('scores');
  const png = await savePicture(page, /^PNG/);
  const { width } = sizeOfPng(png);
  expect(width).toBe(2 * Number(/ width="(\d+)"/.exec(svg)?.[1]));
  await testInfo.attach('picture.png', { body: png, contentType: 'image/png' });
});

test('the picture of fields is taken along, too', async ({
  signIn,
}, testInfo) => {
  const page = await signIn('platform-engineer');
  await page.goto(`/lineage?root=${ROOT}&view=fields`);
  await expect(thing(page, 'amount_cents')).toBeVisible();
  const png = await savePicture(page, /^PNG/);
  expect(sizeOfPng(png).height).toBeGreaterThan(400);
  await testInfo.attach('fields.png', { body: png, contentType: 'image/png' });
});

for (const { view, opened, tab } of [
  {
    view: 'fields',
    opened: `/lineage?root=${ROOT}&view=fields`,
    tab: 'Fields',
  },
  { view: 'map', opened: `/lineage?root=${ROOT}&view=map`, tab: 'Map' },
  { view: 'used', opened: `/lineage?root=${ROOT}&used=7`, tab: undefined },
]) {
  test(`the view of ${view} says that nothing answers, and tries again`, async ({
    signIn,
  }) => {
    const page = await signIn('platform-engineer');
    const asked = /\/api\/lineage\/(columns|overview|runs)/;
    await page.route(asked, route =>
      route.fulfill({
        status: 503,
        json: {
          error: { name: 'ServiceUnavailableError', message: 'Gone for lunch' },
          response: { statusCode: 503 },
        },
      }),
    );
    await page.goto(opened);
    const said = page.getByText(/Gone for lunch/).first();
    await lookAt(page, `lineage-${view}-dead`, {
      ready: () => expect(said).toBeVisible(),
    });
    await page.unroute(asked);
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(said).toHaveCount(0);
    if (tab) {
      await expect(page.getByRole('tab', { name: tab })).toHaveAttribute(
        'aria-selected',
        'true',
      );
    }
  });
}
