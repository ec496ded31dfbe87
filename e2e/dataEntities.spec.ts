import { lookAt } from './portal/lookAt';
import { expect, test } from './portal/test';

const VIEW = '/catalog/default/featureview/card-activity';
const FEATURE = '/catalog/default/feature/card-activity.payments_last_hour';
const DATASET = '/catalog/default/dataset/card-payments-labelled';

test('a feature engineer finds out who a change would break', async ({
  signIn,
}) => {
  const page = await signIn('feature-engineer');
  await page.goto(VIEW);
  await page.getByRole('link', { name: 'Search all 9 fields' }).click();
  await page.waitForURL('**/fields');

  await page
    .getByRole('searchbox', { name: 'Name, text or tag' })
    .fill('last_hour');
  await expect(page.getByText('1 to 1 of 1 fields')).toBeVisible();
  await expect(page).toHaveURL(/text=last_hour/);
  const row = page.getByRole('row', { name: /^payments_last_hour/ });
  await expect(row.getByText('1 model')).toBeVisible();
  await expect(row.getByRole('link', { name: 'Fraud score' })).toBeVisible();

  await row.getByRole('link', { name: 'payments_last_hour' }).click();
  await expect(page.getByText('Models that use it (1)')).toBeVisible();
  await page.getByRole('link', { name: 'Fraud score' }).first().click();
  await page.waitForURL('**/model/fraud-score');
});

test('a deprecated feature leads to the one to use instead', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await page.goto('/catalog/default/feature/card-activity.tx_count_1h');

  const warning = page.getByRole('alert').filter({ hasText: 'Deprecated' });
  await warning.getByRole('link', { name: 'payments_last_hour' }).click();
  await page.waitForURL('**/feature/card-activity.payments_last_hour');
});

test('there is no tab for documentation where there is none', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await page.goto(DATASET);

  const tabs = page.getByRole('navigation', { name: 'Content navigation' });
  await expect(tabs.getByRole('link', { name: 'Fields' })).toBeVisible();
  await expect(tabs.getByRole('link', { name: /docs/i })).toHaveCount(0);
});

for (const [name, path, text] of [
  ['feature-view', VIEW, 'Models that read it (1)'],
  ['fields', `${VIEW}/fields`, '1 to 9 of 9 fields'],
  ['feature', FEATURE, 'Models that use it (1)'],
  ['dataset', DATASET, 'Quality expectations'],
  ['dataset-fields', `${DATASET}/fields`, '1 to 4 of 4 fields'],
] as const) {
  test(`the page ${name} is readable in both themes`, async ({ signIn }) => {
    const page = await signIn('platform-engineer');
    await page.goto(path);
    await lookAt(page, `data-${name}`, {
      ready: () => expect(page.getByText(text).first()).toBeVisible(),
    });
  });
}
