import { readFile } from 'node:fs/promises';
import {
  drawing,
  openLineage,
  sendWideFlow,
  thing,
  thingsOfWideFlow,
} from './portal/lineageSteps';
import { lookAt } from './portal/lookAt';
import { measureTasks } from './portal/measureTasks';
import { expect, test } from './portal/test';

const MODEL = 'model/fraud-score';
const FEATURE = 'feature/card-activity.payments_last_hour';
const DATASET = 'dataset/card-payments';
const WIDTH = 12;

// Holds the lineage of the model at a size that can be read.
test.use({ viewport: { width: 2400, height: 1500 } });

test('a scientist sees what a model is made from and who asks it', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await openLineage(page, MODEL, 'Fraud score,');

  for (const upstream of [
    'train_fraud_score\\.train',
    'Card payments, labelled',
    'Card activity',
    'Device profile',
    'Account standing',
  ]) {
    await expect(thing(page, upstream)).toBeVisible();
  }
  await expect(thing(page, 'Fraud scoring')).toBeVisible();
  await expect(thing(page, 'fraud-decisions')).toBeVisible();
  await expect(
    page.getByText(
      /^A change here touches \d+ things of \d+ teams?; \d+ are in the catalog, \d+ of them in production\.$/,
    ),
  ).toBeVisible();
});

test('more is shown step by step, and the address keeps it', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await openLineage(page, MODEL, 'Fraud score,');
  const counts = page.getByText(/^\d+ things, \d+ connections$/);
  const before = (await counts.textContent()) ?? '';
  const more = thing(page, 'Chargebacks').getByRole('button', {
    name: /more that .* is made from/,
  });
  await more.click();
  await expect(more).toBeHidden();
  await expect(counts).not.toHaveText(before);

  await page.goto(
    `/catalog/default/${MODEL}/lineage?upstreamDepth=4&view=table`,
  );
  await expect(page.getByRole('row', { name: /^Chargebacks / })).toContainText(
    '2 steps upstream',
  );
  await expect(
    page.getByRole('row', { name: /4 steps upstream/ }).first(),
  ).toBeVisible();
});

test('the table says the same as the drawing', async ({ signIn }) => {
  const page = await signIn('payments-scientist');
  await openLineage(page, MODEL, 'Fraud score,');
  const counts = await page
    .getByText(/^\d+ things, \d+ connections$/)
    .textContent();
  const things = Number(counts?.split(' ')[0]);

  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(page).toHaveURL(/view=table/);
  const table = page.getByRole('table', { name: 'Everything in this graph' });
  // The first row is the head.
  await expect(table.getByRole('row')).toHaveCount(things + 1);
  const row = table.getByRole('row', { name: /Card payments, labelled/ });
  await expect(row).toContainText('1 step upstream');
  await expect(row.getByRole('link', { name: 'Payments fraud' })).toBeVisible();
  await expect(
    table.getByRole('row', { name: /train_fraud_score\.train/ }),
  ).toContainText('complete');
});

test('who would be touched by a change is told, and can be taken along', async ({
  signIn,
}) => {
  const page = await signIn('feature-engineer');
  await openLineage(page, DATASET, 'Card payments, dataset');
  await page.getByRole('button', { name: 'See what' }).click();

  const dialog = page.getByRole('dialog', {
    name: 'What a change of Card payments touches',
  });
  await expect(
    dialog.getByRole('row', { name: /^Payments fraud \d+ things/ }),
  ).toBeVisible();
  await expect(
    dialog.getByRole('link', { name: 'Fraud score', exact: true }),
  ).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download all as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(
    'impact-dataset-default-card-payments.csv',
  );
  const lines = (await readFile(await download.path(), 'utf8'))
    .trimEnd()
    .split(/\r?\n/);
  expect(lines[0]).toMatch(/^degree,id,kind/);
  expect(lines.slice(1).map(line => line.split(',', 2).join())).toEqual(
    expect.arrayContaining([
      '2,model:default/fraud-score',
      '2,model:default/chargeback-risk',
    ]),
  );
  const sentence = await dialog.getByText(/^A change here touches/).innerText();
  expect(lines).toHaveLength(
    1 + Number(/touches (\d+) things/.exec(sentence)?.[1]),
  );
});

test('owners are told by somebody who names the reason', async ({ signIn }) => {
  const page = await signIn('feature-engineer');
  await page.goto(`/catalog/default/${DATASET}/lineage?impact=1`);
  await page.getByRole('button', { name: 'Tell the owners' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'What you want to tell them' })
    .fill('amount_eur gets four decimals on Monday');
  await dialog.getByRole('button', { name: /^Tell \d+ owners?$/ }).click();
  await expect(dialog.getByText(/owners? (was|were) told\./)).toBeVisible();

  const owner = await signIn('payments-lead');
  await owner.goto('/notifications');
  await expect(
    owner.getByText(/amount_eur gets four decimals/).first(),
  ).toBeVisible();
});

test('details of a thing say how it stands', async ({ signIn }) => {
  const page = await signIn('payments-scientist');
  await openLineage(page, MODEL, 'Fraud score,');

  await thing(page, 'Card payments, labelled').click();
  const details = page.getByRole('complementary', {
    name: 'Card payments, labelled',
  });
  await expect(details.getByText('1 of 2 checks passed')).toBeVisible();
  await expect(details.getByText('is_fraud').first()).toBeVisible();
  await expect(page).toHaveURL(/selected=/);

  await thing(page, 'train_fraud_score\\.train').click();
  await expect(
    page
      .getByRole('complementary', { name: 'train_fraud_score.train' })
      .getByText('complete')
      .first(),
  ).toBeVisible();
});

test('a feature shows the lineage of its view, and leads to that of its field', async ({
  signIn,
}) => {
  const page = await signIn('feature-engineer');
  await page.goto(`/catalog/default/${FEATURE}/lineage`);
  await lookAt(page, 'lineage-feature', {
    ready: () => expect(thing(page, 'Card activity')).toBeVisible(),
  });
  await expect(page.getByText(/is the lineage of the view/)).toBeVisible();
  await page.getByRole('button', { name: 'Follow payments_last_hour' }).click();
  await expect(page).toHaveURL(/view=fields&field=payments_last_hour/);
  await page.goto(`/catalog/default/${FEATURE}`);
  await lookAt(page, 'lineage-feature-card', {
    ready: () =>
      expect(
        page.getByRole('link', { name: 'Follow payments_last_hour' }),
      ).toBeVisible(),
  });
});

test('what is only stated is told apart from what was seen', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await openLineage(page, 'dataset/chargeback-scores', 'Chargeback scores');
  await thing(page, 'reserves\\.book_chargebacks').click();
  const details = page.getByRole('complementary', {
    name: 'reserves.book_chargebacks',
  });
  await expect(details.getByText('declared').first()).toBeVisible();
});

test('the graph is walked by keyboard', async ({ signIn }) => {
  const page = await signIn('payments-scientist');
  await openLineage(page, MODEL, 'Fraud score,');
  const graph = drawing(page, 'Fraud score');
  const current = async () => {
    const id = await graph.getAttribute('aria-activedescendant');
    return page.locator(`[id="${id}"]`).getAttribute('aria-label');
  };

  await graph.focus();
  expect(await current()).toMatch(/^Fraud score/);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(current).not.toMatch(/^Fraud score/);
  const before = await current();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(current).not.toBe(before);
  await page.keyboard.press('Home');
  await expect.poll(current).toMatch(/^Fraud score/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();

  await page.keyboard.press('t');
  await expect(page).toHaveURL(/view=table/);
  await page.keyboard.press('/');
  await expect(
    page.getByRole('searchbox', { name: 'Search in this graph' }),
  ).toBeFocused();
});

test('a page of its own begins with a search', async ({ signInByHand }) => {
  const page = await signInByHand('release-lead');
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Lineage' })
    .click();
  await page.waitForURL('**/lineage');
  await page
    .getByRole('searchbox', { name: 'What do you want to look at?' })
    .fill('search rank');
  await page.getByText('Search ranker', { exact: true }).click();
  await expect(thing(page, 'Search ranker')).toBeVisible();
  await expect(page).toHaveURL(
    /root=model%3Adefault%2Fsearch-ranker|root=model:default/,
  );
});

test('who may not see a thing sees that there is one', async ({ signIn }) => {
  const page = await signIn('executive');
  await openLineage(page, MODEL, 'Fraud score,');

  await expect(
    page.getByText('Part of it is not visible to you and left out.'),
  ).toBeVisible();
  await expect(page.getByText('not visible to you').nth(1)).toBeVisible();
  // In between is a job that no entity claims.
  await expect(thing(page, 'Card activity')).toBeVisible();
  await expect(thing(page, 'train_fraud_score')).toHaveCount(0);
  await expect(
    page.getByText('There may be more that is not visible to you.'),
  ).toBeVisible();
});

test('a backend that dies leaves what was known, and says so', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await openLineage(page, MODEL, 'Fraud score,');
  await page.route('**/api/lineage/**', route =>
    route.fulfill({
      status: 503,
      json: {
        error: { name: 'ServiceUnavailableError', message: 'Gone for lunch' },
        response: { statusCode: 503 },
      },
    }),
  );

  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(
    page.getByText(/Lineage could not be read again: .*Gone for lunch/),
  ).toBeVisible();
  await expect(thing(page, 'Card activity')).toBeVisible();

  await page.reload();
  await expect(
    page.getByText('The lineage could not be read').first(),
  ).toBeVisible();
  await page.unroute('**/api/lineage/**');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(thing(page, 'Card activity')).toBeVisible();
});

test('300 things are drawn, searched and listed', async ({
  signInByHand,
  request,
  outsideToken,
}, testInfo) => {
  const root = await sendWideFlow(request, outsideToken, {
    folder: 'tree',
    width: WIDTH,
  });
  const things = thingsOfWideFlow(WIDTH);
  const page = await signInByHand('platform-engineer');
  await measureTasks(
    page,
    { testInfo, what: 'loading and drawing' },
    async () => {
      await page.goto(
        `/lineage?root=${encodeURIComponent(root)}&downstreamDepth=4`,
      );

      await expect(
        page.getByText(/^300 things, 299 connections$/),
      ).toBeVisible();
      await expect(
        page.getByText(/^Only the nearest 300 are shown\./),
      ).toBeVisible();
      const search = page.getByRole('searchbox', {
        name: 'Search in this graph',
      });
      await search.fill('copy-11');
      await expect(page.getByText(/^\d+ found$/)).toBeVisible();
      await search.press('Enter');
      await expect(page.getByText(/^1 of \d+: copy-11$/)).toBeVisible();
      await search.fill('');

      await page.getByRole('button', { name: 'Show up to 1000' }).click();
      await expect(
        page.getByText(`${things} things, ${things - 1} connections`),
      ).toBeVisible();
      await page.getByRole('tab', { name: 'Table' }).click();
      await expect(page.getByText(`1 to 50 of ${things}`)).toBeVisible();
    },
  );
});

test.describe('on the screen of a laptop', () => {
  test.use({ viewport: { width: 1400, height: 900 } });
  for (const [name, path, text] of [
    ['model', `/catalog/default/${MODEL}/lineage`, 'Fraud scoring'],
    [
      'whole',
      '/lineage?root=dataset:default/orders&upstreamDepth=20&downstreamDepth=20',
      'Orders',
    ],
    [
      'dataset-table',
      `/catalog/default/${DATASET}/lineage?view=table`,
      'Card activity',
    ],
    [
      'impact',
      `/catalog/default/${DATASET}/lineage?impact=1`,
      'What a change of Card payments touches',
    ],
    [
      'details',
      `/catalog/default/${MODEL}/lineage?selected=${encodeURIComponent('dataset:default/card-payments-labelled')}`,
      '1 of 2 checks passed',
    ],
    ['picker', '/lineage', 'From the catalog'],
  ] as const) {
    test(`the lineage, ${name}, is readable in both themes`, async ({
      signIn,
    }) => {
      const page = await signIn('platform-engineer');
      await page.goto(path);
      await lookAt(page, `lineage-${name}`, {
        ready: () => expect(page.getByText(text).first()).toBeVisible(),
      });
    });
  }
});
