import { keepScreenshot, lookAt } from './portal/lookAt';
import { expect, test } from './portal/test';

const MODEL = 'model:default/fraud-score';
const VERSION = '44';

test('a person makes a registry token, uses it, and revokes it', async ({
  signIn,
  request,
}) => {
  const page = await signIn('payments-scientist');
  await page.goto('/ml/registry-tokens');
  await page.getByRole('button', { name: 'Create a token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('end-to-end');
  await dialog.getByLabel('Days until it expires').fill('1');
  await dialog.getByRole('button', { name: 'Create the token' }).click();

  const token = await page
    .getByRole('group', { name: 'The token' })
    .textContent();
  expect(token).toMatch(/^understudy_rt_/);
  await expect(page.getByRole('group', { name: 'Python code' })).toContainText(
    '/api/ml/mlflow',
  );
  const search = () =>
    request.get('/api/ml/mlflow/api/2.0/mlflow/registered-models/search', {
      headers: { authorization: `Bearer ${token}` },
    });
  expect((await search()).status()).toBe(200);

  await page.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByText(String(token))).toBeHidden();
  await page.getByRole('button', { name: 'Revoke end-to-end' }).first().click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Revoke end-to-end' })
    .click();
  await expect(
    page.getByRole('row', { name: /end-to-end/ }).first(),
  ).toContainText('revoked');
  expect((await search()).status()).toBe(401);
});

test('versions of all models are found by what they are like', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await page.goto('/ml/versions');
  await page.getByRole('button', { name: 'production' }).click();
  await page.waitForURL('**stage=production**');
  await expect(
    page.getByRole('link', { name: 'v42', exact: true }).first(),
  ).toBeVisible();

  const metric = page.getByRole('form', { name: 'Metric' });
  await metric.getByLabel('Name').fill('auc');
  await metric.getByLabel('Value').fill('2');
  await metric.getByRole('button', { name: 'Add the metric filter' }).click();
  await expect(page.getByText('No version fits these filters')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the filter auc ≥ 2' }).click();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toBe('versions.csv');
});

test('evidence that a build adds is on the page of the version', async ({
  signIn,
  request,
  outsideToken,
}) => {
  const page = await signIn('payments-scientist');
  const evidence = await request.post(
    `/api/ml/models/default/fraud-score/versions/${VERSION}/evidence`,
    {
      headers: { authorization: `Bearer ${outsideToken}` },
      data: {
        evaluations: [
          {
            dataset: 'end-to-end-holdout',
            split: 'test',
            evaluatedAt: '2026-01-02T03:04:05.000Z',
            metrics: [{ name: 'auc', value: 0.9, ci: [0.89, 0.91], n: 4_000 }],
            slices: [
              {
                by: { market: 'de' },
                metrics: [{ name: 'auc', value: 0.88, ci: [0.86, 0.9] }],
              },
            ],
          },
        ],
        labels: [{ key: 'looked-at', value: 'end-to-end' }],
      },
    },
  );
  expect(evidence.status()).toBe(201);

  await page.goto(`/ml/models/default/fraud-score/versions/${VERSION}`);
  const evaluations = page.getByRole('region', { name: 'Evaluations' });
  await expect(evaluations).toContainText('end-to-end-holdout');
  await expect(evaluations).toContainText('0.890 to 0.910');
  await expect(page.getByText('looked-at: end-to-end')).toBeVisible();

  await page.getByRole('button', { name: 'Compare with champion' }).click();
  await page
    .getByRole('menuitem', { name: /^v42/ })
    .or(page.getByRole('heading', { name: /^Compare v42/ }))
    .first()
    .click();
  await expect(
    page.getByRole('heading', { name: 'Compare v42, v44' }),
  ).toBeVisible();
  const compared = page.getByRole('region', { name: 'Evaluations' });
  await expect(compared).toContainText('end-to-end-holdout');
  await compared.getByRole('button', { name: 'Show charts' }).click();
  // The portal knows the metric by another name; the data that were added come last.
  const chart = compared.getByRole('img', { name: /^roc_auc by slice/ }).last();
  await expect(chart.getByText('v44')).toBeVisible();
  await expect(chart.getByText('0.880')).toBeVisible();
  await keepScreenshot(page, 'ml-compared-charts');
});

test('signatures of files are verified', async ({ signIn }) => {
  const page = await signIn('payments-scientist');
  const files = page.getByRole('region', { name: 'Files' });
  const row = (name: string) =>
    files.getByRole('row').filter({ hasText: name }).first();
  await page.goto('/ml/models/default/fraud-score/versions/43');
  await expect(row('model.intoto.jsonl')).toContainText(
    'verified: CI of the sample organisation',
  );
  await expect(row('MLmodel')).toContainText('signed: CI of the sample');
  await lookAt(page, 'ml-signed-files', {
    ready: async () => {
      await expect(row('model.intoto.jsonl')).toContainText('verified');
      await files.scrollIntoViewIfNeeded();
    },
  });

  await page.goto('/ml/models/default/chargeback-risk/versions/12');
  await expect(row('model.intoto.jsonl')).toContainText(
    "It names the key 'laptop', and none of the 1 configured keys fits",
  );
  await expect(row('MLmodel')).toContainText('not signed');
});

test('the history says what was where at a time', async ({ signIn }) => {
  const page = await signIn('payments-scientist');
  const address = '/catalog/default/model/fraud-score?history=open';
  await page.goto(`${address}&at=2001-01-01T00:00:00.000Z`);
  await expect(page.getByText('Nothing was assigned then')).toBeVisible();
  await page.goto(`${address}&at=${new Date().toISOString()}`);
  await expect(
    page.getByRole('table', {
      name: 'What was assigned where at that time',
    }),
  ).toContainText('v42');
  await expect(
    page.getByRole('heading', { name: 'Alias history' }),
  ).toBeVisible();
});

test('an alias that was moved behind our back is shown, and may be put back', async ({
  signIn,
}) => {
  const page = await signIn('on-call');
  // Nothing in the portal moves an alias of the sample registry from outside.
  await page.route('**/api/ml/models/default/fraud-score/alias-drift', route =>
    route.fulfill({
      json: {
        items: [
          {
            id: 'drift-1',
            model: MODEL,
            alias: 'champion',
            server: 'eu-prod',
            record: 'fraud-score',
            stage: 'production',
            target: { environment: 'production', segment: '*' },
            decided: { versionId: 'a', label: '42' },
            found: { versionId: 'b', label: '43' },
            since: '2026-01-02T03:04:05.000Z',
            state: 'open',
            may: ['report', 'revert'],
          },
        ],
      },
    }),
  );
  await page.goto('/catalog/default/model/fraud-score');
  await lookAt(page, 'ml-drift', {
    ready: () => expect(page.getByText(/decided is v42/).first()).toBeVisible(),
  });
  await page.getByRole('button', { name: /^Put back to v42/ }).click();
  await expect(
    page.getByText(/The alias champion in .* goes back to v42\./),
  ).toBeVisible();
});

for (const [name, path, text] of [
  ['version-search', '/ml/versions', 'Download CSV'],
  ['registry-tokens', '/ml/registry-tokens', 'Your registry tokens'],
  [
    'deployment-history',
    '/catalog/default/model/fraud-score?history=open',
    'Alias history',
  ],
] as const) {
  test(`the page ${name} is readable in both themes`, async ({ signIn }) => {
    const page = await signIn('payments-scientist');
    await page.goto(path);
    await lookAt(page, `ml-${name}`, {
      ready: () => expect(page.getByText(text).first()).toBeVisible(),
    });
  });
}

for (const width of [600, 1280]) {
  test(`the tabs of the header are all there at ${width} pixels, also by keyboard`, async ({
    signIn,
  }) => {
    const page = await signIn('payments-scientist');
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/ml/models?show=all');
    const tabs = page.getByRole('tablist').first().getByRole('tab');
    await lookAt(page, `ml-header-${width}`, {
      ready: () =>
        expect(
          page.getByRole('link', { name: 'Fraud score', exact: true }),
        ).toBeVisible(),
    });
    await expect(tabs).toHaveCount(8);
    for (const tab of await tabs.all()) {
      await expect(tab).toBeInViewport({ ratio: 1 });
    }

    await tabs.first().focus();
    for (const name of ['Feature views', 'Datasets', 'Versions']) {
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('tab', { name, exact: true })).toBeFocused();
    }
    await page.keyboard.press('End');
    const last = tabs.last();
    await expect(last).toBeFocused();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ml/registry-tokens**');
    await expect(last).toHaveAttribute('aria-selected', 'true');
    await expect(last).toBeInViewport({ ratio: 1 });
    await keepScreenshot(page, `ml-header-${width}-last`);
  });
}
