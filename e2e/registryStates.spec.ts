import { Page } from '@playwright/test';
import { lookAt } from './portal/lookAt';
import {
  answer,
  pageOfThousand,
  stopAnswering,
  thousandConsumers,
  wideContract,
} from './portal/registryStates';
import { expect, test } from './portal/test';

const DATASET = '/catalog/default/dataset/card-payments';
const MODEL = '/catalog/default/model/fraud-score';
const VERSION = '/ml/models/default/fraud-score';
const DATASET_VERSION = '/ml/datasets/default/card-payments/versions';
// Of all models, or of one entity; contracts have versions of another shape.
const LIST_OF_VERSIONS =
  /^\/api\/ml\/((models|feature-views|datasets)\/[^/]+\/[^/]+\/)?versions$/;
const NARROW = { width: 600, height: 900 };

test.use({ viewport: { width: 1280, height: 900 } });

/** The tables that have to be scrolled sideways to be read. */
async function wideTables(page: Page): Promise<(string | null)[]> {
  return await page
    .getByRole('group')
    .evaluateAll(groups =>
      groups
        .filter(group => group.scrollWidth > group.clientWidth + 1)
        .map(group => group.getAttribute('aria-label')),
    );
}

test('pages say that the backend is away, and what to do', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await stopAnswering(page);
  const away = page.getByText('The backend did not answer').first();
  for (const path of [
    '/ml/versions',
    '/ml/registry-tokens',
    `${VERSION}/versions/44`,
    `${VERSION}/compare?version=42&version=44`,
    `${DATASET_VERSION}/2026-11`,
    `${DATASET}/versions`,
    `${DATASET}/contract`,
    `${MODEL}/versions`,
    `${MODEL}?history=open`,
  ]) {
    await page.goto(path);
    await expect(away, path).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Try again' }).first(),
      path,
    ).toBeVisible();
    await expect(page.getByText('Failed to fetch'), path).toHaveCount(0);
    await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
  }
  await lookAt(page, 'ml-state-dead', {
    ready: () => expect(away).toBeVisible(),
  });
});

test('pages without data name the next step', async ({ signIn }) => {
  const page = await signIn('payments-scientist');
  const nothing = { items: [], counts: { total: 0, matching: 0 }, sources: [] };
  await answer(page, LIST_OF_VERSIONS, nothing);
  await answer(page, /\/contracts\/[^/]+\/[^/]+\/[^/]+$/, { problems: [] });
  await answer(page, /\/registry-tokens$/, nothing);
  for (const [path, text] of [
    ['/ml/versions', 'See which registries are connected'],
    ['/ml/datasets', 'Go to the catalog'],
    ['/ml/registry-tokens', 'You have no registry token'],
    [`${MODEL}/versions`, 'There are no versions yet'],
    [`${DATASET}/contract`, 'Write a contract'],
    [`${DATASET}/versions`, 'curl -X POST'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(text).first(), path).toBeVisible();
  }
  await lookAt(page, 'ml-state-empty', {
    ready: () => expect(page.getByText('curl -X POST')).toBeVisible(),
  });
});

test('a thousand versions, fields and consumers stay readable', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await answer(page, LIST_OF_VERSIONS, pageOfThousand());
  await answer(page, /\/contracts\/dataset\/[^/]+\/[^/]+$/, wideContract());
  await answer(page, /\/consumers$/, thousandConsumers());
  for (const [path, text] of [
    ['/ml/datasets', '1000 versions'],
    [`${DATASET}/versions`, '1000 versions'],
    [`${DATASET}/contract`, '1 to 50 of 1000 fields'],
    [`${DATASET}/contract?view=consumers`, '1 to 50 of 1000 consumers'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(text).first(), path).toBeVisible();
    expect(await wideTables(page), path).toEqual([]);
  }
  await page.setViewportSize(NARROW);
  await page.goto(`${DATASET}/versions`);
  await lookAt(page, 'ml-state-many-narrow', {
    ready: () => expect(page.getByText('1000 versions')).toBeVisible(),
  });
});

test('the columns of a table are chosen by keyboard, and remembered', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await page.goto('/ml/versions');
  const head = page.getByRole('columnheader', { name: 'Digest' });
  const columns = page.getByRole('button', { name: 'Columns' });
  await expect(columns).toBeVisible();
  await expect(head).toHaveCount(0);
  expect(await wideTables(page)).toEqual([]);

  await columns.focus();
  await page.keyboard.press('Enter');
  const digest = page.getByRole('menuitemcheckbox', { name: 'Digest' });
  await expect(digest).toHaveAttribute('aria-checked', 'false');
  for (let step = 0; step < 8; step++) {
    if (await digest.evaluate(item => item === document.activeElement)) {
      break;
    }
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(digest).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Escape');
  await expect(columns).toBeFocused();
  await page.reload();
  await expect(head).toBeVisible();
});

test('versions of a dataset are compared, and one is taken back', async ({
  signIn,
  request,
  outsideToken,
}) => {
  const headers = { authorization: `Bearer ${outsideToken}` };
  const send = async (label: string, rows: number) =>
    await request.post('/api/ml/datasets/default/card-payments/versions', {
      headers,
      data: { label, rows, digest: `sha256:${String(rows).padEnd(64, '0')}` },
    });
  expect((await send('2026-10', 120_345_678)).status()).toBe(201);
  expect((await send('2026-11', 130_345_679)).status()).toBe(201);

  const page = await signIn('payments-scientist');
  await page.goto(`${DATASET}/versions`);
  await page.getByRole('link', { name: '2026-11', exact: true }).click();
  const changes = page.getByRole('region', { name: 'What changed' });
  await expect(changes.getByRole('row', { name: /^Rows/ })).toContainText(
    /\+10.000.001/,
  );
  await lookAt(page, 'ml-dataset-version', {
    ready: () => expect(changes.getByRole('table')).toBeVisible(),
  });

  const gone = await request.delete(
    '/api/ml/datasets/default/card-payments/versions/2026-11',
    { headers, data: { reason: 'The export stopped half way' } },
  );
  expect(gone.status()).toBe(200);
  await page.reload();
  const banner = page.getByRole('alert').first();
  await expect(banner).toContainText('This version was taken back');
  await expect(banner).toContainText('Why: The export stopped half way');
  await page.goto('/ml/datasets');
  await page.getByRole('button', { name: 'show them too' }).click();
  await expect(
    page.getByRole('row', { name: /2026-11/ }).first(),
  ).toContainText('The export stopped half way');
});
