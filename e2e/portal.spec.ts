import { lookAt } from './portal/lookAt';
import { expect, test } from './portal/test';

test('the catalog lists the models', async ({ signIn }) => {
  const page = await signIn('payments-scientist');
  await page.goto('/catalog?filters[kind]=model');

  await expect(
    page.getByRole('link', { name: 'Fraud score', exact: true }),
  ).toBeVisible();
});

test('a team page counts the models it owns', async ({ signIn }) => {
  const page = await signIn('payments-lead');
  await page.goto('/catalog/default/group/payments-fraud');

  await expect(page.getByText(/classifiers?/i).first()).toBeVisible();
});

test('the sidebar leads to every area', async ({ signInByHand }) => {
  const page = await signInByHand('release-lead');
  const sidebar = page.getByRole('navigation', { name: 'sidebar nav' });
  const links = await sidebar.getByRole('link').allTextContents();
  // The notifications item ends with the number of unread ones.
  const titles = links.map(text => text.replace(/\d+\+?$/, ''));

  expect(titles.filter(Boolean)).toEqual([
    'Understudy',
    'Catalog',
    'Machine learning',
    'Lineage',
    'Create',
    'Docs',
    'Search',
    'Notifications',
    'Settings',
  ]);
});

test('what could not be read has a page', async ({ signIn }) => {
  const page = await signIn('platform-engineer');
  await page.goto('/catalog-unprocessed-entities');

  await lookAt(page, 'unprocessed-entities', {
    // The platform's table puts its sort buttons into column headers that can be dragged.
    exclude: ['.MuiTableSortLabel-root'],
    ready: () =>
      page
        .getByRole('heading', { name: 'Unprocessed Entities' })
        .first()
        .waitFor(),
  });
});

test('the promotion policies of the portal are in force', async ({
  request,
  outsideToken,
}) => {
  const response = await request.get('/api/ml/policies', {
    headers: { authorization: `Bearer ${outsideToken}` },
  });
  const { items } = await response.json();
  expect(items).toHaveLength(2);
  for (const policy of items) {
    expect(policy).toMatchObject({ digest: expect.any(String) });
    expect(policy).not.toHaveProperty('error');
  }
});
