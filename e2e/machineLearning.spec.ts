import { lookAt } from './portal/lookAt';
import { expect, test } from './portal/test';

test('the list of models filters on the server and keeps its state in the address', async ({
  signIn,
}) => {
  const page = await signIn('payments-scientist');
  await page.goto('/ml');
  await page.waitForURL('**/ml/models**');
  await expect(
    page.getByRole('link', { name: 'Fraud score', exact: true }),
  ).toBeVisible();

  await page.goto('/ml/models?show=all&type=ranker');
  await expect(page.getByRole('link', { name: 'Search ranker' })).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Fraud score', exact: true }),
  ).toBeHidden();
});

for (const [name, path, heading] of [
  ['models', '/ml/models?show=all', 'Fraud score'],
  ['registries', '/ml/registries', 'eu-prod (sample registry)'],
  ['promotions', '/ml/promotions', 'Promotions'],
  ['model', '/catalog/default/model/fraud-score', 'production · market=de'],
  ['versions', '/catalog/default/model/fraud-score/versions', 'v44'],
  ['version', '/ml/models/default/fraud-score/versions/44', 'Metrics'],
  [
    'compare',
    '/ml/models/default/fraud-score/compare?version=44&version=43',
    /^(Evaluations|Metrics)$/,
  ],
] as const) {
  test(`the page ${name} is readable in both themes`, async ({ signIn }) => {
    const page = await signIn('platform-engineer');
    await page.goto(path);
    await lookAt(page, `ml-${name}`, {
      ready: () => expect(page.getByText(heading).first()).toBeVisible(),
    });
  });
}
