import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import {
  runEvent,
  sendEvents,
  sendWideFlow,
  thing,
  thingsOfWideFlow,
  waitUntilInGraph,
} from './portal/lineageSteps';
import { lookAt } from './portal/lookAt';
import { measureTasks } from './portal/measureTasks';
import { sendThousand, THOUSAND } from './portal/sendThousand';
import { expect, test } from './portal/test';

const ROOT = encodeURIComponent('ol:dataset:file/%2Fscoring%2Fclean');
const WIDTH = 24;

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
  const facet = (body: object) => ({
    _producer: 'https://example.com/browser-tests',
    _schemaURL: 'https://openlineage.io/spec/facets/1-0-1/Facet.json',
    ...body,
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

/** Saves what is drawn, and gives back the file. */
async function savePicture(page: Page, choice: RegExp): Promise<Buffer> {
  await page.getByRole('button', { name: 'Save picture' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('menuitem', { name: choice }).click(),
  ]);
  return readFile(await download.path());
}

/** A PNG says how wide and high it is right at its start. */
function sizeOfPng(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
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

test('1,000 things that a real client sent are drawn and saved while the page answers', async ({
  signIn,
  request,
  baseURL,
  outsideToken,
}, testInfo) => {
  test.setTimeout(240_000);
  const sent = await sendThousand({
    url: baseURL ?? '',
    token: outsideToken,
    folder: 'thousand',
  });
  if ('missing' in sent) {
    console.log(`Skipped: ${sent.missing}`);
    test.skip(true, sent.missing);
    return;
  }
  await waitUntilInGraph(request, outsideToken);
  const page = await signIn('platform-engineer');
  await page.goto(
    `/lineage?root=${encodeURIComponent(sent.root)}&downstreamDepth=6`,
  );
  await expect(thing(page, '/?thousand/start')).toBeVisible();
  const { things, connections } = THOUSAND;
  const isDrawn = async () => {
    await expect(
      page.getByText(`${things} things, ${connections} connections`),
    ).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect(thing(page, '/?thousand/start')).toBeVisible();
  };
  await measureTasks(
    page,
    { testInfo, what: `drawing ${things} things` },
    async () => {
      await page.getByRole('button', { name: 'Show up to 1000' }).click();
      await isDrawn();
    },
  );
  await page.getByRole('button', { name: 'Save picture' }).click();
  const item = page.getByRole('menuitem', { name: /^PNG/ });
  await expect(item).toBeVisible();
  const [download] = await measureTasks(
    page,
    { testInfo, what: 'saving' },
    () =>
      Promise.all([
        page.waitForEvent('download', { timeout: 120_000 }),
        item.click(),
      ]),
  );
  const png = await readFile(await download.path());
  expect(sizeOfPng(png).height).toBeGreaterThan(2_000);
  await testInfo.attach('large.png', { body: png, contentType: 'image/png' });
  await lookAt(page, 'lineage-thousand', {
    ready: async () => {
      await isDrawn();
      await page.getByRole('button', { name: 'Show all' }).click();
    },
  });
});

test('a map shows what a graph cannot hold', async ({
  signIn,
  request,
  outsideToken,
}) => {
  const root = await sendWideFlow(request, outsideToken, {
    folder: 'forest',
    width: WIDTH,
  });
  const things = thingsOfWideFlow(WIDTH);
  const page = await signIn('platform-engineer');
  await page.goto(`/lineage?root=${encodeURIComponent(root)}`);
  await page.getByRole('tab', { name: 'Map' }).click();
  await expect(page).toHaveURL(/view=map/);
  await expect(
    page.getByText(`${things} things, ${things - 1} connections`),
  ).toBeVisible();
  const map = page.getByRole('application', { name: /^Map of everything/ });
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/selected=/);
  await page.getByRole('combobox', { name: 'Colour by' }).selectOption('owner');
  await page.getByRole('button', { name: 'Larger' }).click();
  await expect(page).toHaveURL(/colors=owner.*place=/);
  // Whoever gets the address sees the same.
  const address = page.url();
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Colour by' })).toHaveValue(
    'owner',
  );
  await lookAt(page, 'lineage-map', {
    ready: () =>
      expect(
        page.getByText(`${things} things, ${things - 1} connections`),
      ).toBeVisible(),
  });
  // Nothing that is only looked at moves.
  expect(page.url()).toBe(address);
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
