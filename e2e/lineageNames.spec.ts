import { readFile } from 'node:fs/promises';
import { openLineage, thing } from './portal/lineageSteps';
import { lookAt } from './portal/lookAt';
import { expect, test } from './portal/test';

const DATASET = 'dataset/card-payments';
const MODEL = 'model/fraud-score';

test('development is shown when it is asked for', async ({ signIn }) => {
  const page = await signIn('payments-scientist');
  await openLineage(page, DATASET, 'Card payments, dataset');
  await expect(thing(page, 'card-graph/explore')).toBeHidden();

  await page.getByLabel('Environment').selectOption('development');
  await expect(page).toHaveURL(/environment=development/);
  await expect(thing(page, 'card-graph/explore')).toBeVisible();
  await expect(thing(page, 'label_payments\\.build')).toBeHidden();

  await page.goto(
    `/catalog/default/${DATASET}/lineage?environment=*&upstreamDepth=0&downstreamDepth=1`,
  );
  await expect(thing(page, 'card-graph/explore')).toBeVisible();
  await expect(thing(page, 'label_payments\\.build')).toBeVisible();
});

test('where the catalog and runs disagree is listed', async ({ signIn }) => {
  const page = await signIn('payments-scientist');
  await openLineage(page, MODEL, 'Fraud score,');
  await page.getByRole('button', { name: 'See which' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row').nth(1)).toBeVisible();
  await expect(page).toHaveURL(/findings=1/);
  await lookAt(page, 'lineage-findings', {
    ready: () => expect(dialog.getByRole('row').nth(1)).toBeVisible(),
  });
});

test('what was observed and is not in the catalog gets a draft', async ({
  signIn,
}) => {
  const page = await signIn('platform-engineer');
  await page.goto('/lineage');
  await page.getByRole('link', { name: /not in the catalog/ }).click();
  await page.waitForURL('**/lineage/unmapped');
  const table = page.getByRole('table', {
    name: 'Datasets and jobs that are not in the catalog',
  });
  await expect(table.getByRole('row').nth(5)).toBeVisible();

  await page.getByLabel('Name or namespace').fill('raw/weather');
  await page.waitForURL('**text=raw*');
  const row = table.getByRole('row', { name: /raw\/weather/ });
  await expect(row).toContainText('names in one');
  await expect(table.getByRole('row')).toHaveCount(2);
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Draft YAML' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox')).toHaveValue(
    /kind: Dataset[^]*namespace: s3:\/\/lake[^]*name: raw\/weather/,
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const yaml = await readFile(await download.path(), 'utf8');
  expect(yaml).toContain('environment: production');
});

test('the list of what is not in the catalog is readable in both themes', async ({
  signIn,
}) => {
  const page = await signIn('platform-engineer');
  await page.goto('/lineage/unmapped?sort=connections');
  await lookAt(page, 'lineage-unmapped', {
    ready: () =>
      expect(page.getByRole('table').getByRole('row').nth(10)).toBeVisible(),
  });
});

test('who may not see what is in no catalog is told so', async ({ signIn }) => {
  const page = await signIn('executive');
  await page.goto('/lineage/unmapped');
  await expect(page.getByText(/lineage\.node\.read/)).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});
