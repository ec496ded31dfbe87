import { lookAt } from './portal/lookAt';
import { roles } from './portal/roles';
import { expect, test } from './portal/test';

test('the sign-in page offers every role with what it does', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('listitem').getByRole('button')).toHaveText(
    Object.values(roles).map(title => new RegExp(`^${title}`)),
  );
  await lookAt(page, 'sign-in', {
    ready: () =>
      page.getByRole('heading', { name: 'Who are you today?' }).waitFor(),
  });
});

test('two people are in the portal at once, each with the own groups', async ({
  signInByHand,
}) => {
  const scientist = await signInByHand('payments-scientist');
  const onCall = await signInByHand('on-call');

  await scientist.goto('/settings');
  await onCall.goto('/settings');

  await expect(
    scientist.getByRole('link', { name: 'Payments fraud' }),
  ).toBeVisible();
  await expect(onCall.getByRole('link', { name: 'ML on-call' })).toBeVisible();
  await expect(
    onCall.getByRole('link', { name: 'Payments fraud' }),
  ).toBeHidden();
});

test('the choice survives a reload and ends with signing out', async ({
  signInByHand,
}) => {
  const page = await signInByHand('risk-officer');
  await page.goto('/settings');
  await page.reload();
  await expect(page.getByText('Risk officer').first()).toBeVisible();

  await page.getByTestId('user-settings-menu').click();
  await page.getByTestId('sign-out').click();

  await expect(
    page.getByRole('heading', { name: 'Who are you today?' }),
  ).toBeVisible();
});

test('a program gets a token by naming its role', async ({ request }) => {
  const entered = await request.get('/api/auth/roles/refresh', {
    headers: { 'x-understudy-role': 'on-call' },
  });
  const { backstageIdentity } = await entered.json();
  const models = await request.get(
    '/api/catalog/entities/by-query?filter=kind=model&limit=1',
    { headers: { authorization: `Bearer ${backstageIdentity.token}` } },
  );

  expect(models.status()).toBe(200);
  expect((await models.json()).items).toHaveLength(1);
});

test('an unknown role is refused with the list of roles', async ({
  request,
}) => {
  const response = await request.get('/api/auth/roles/refresh', {
    headers: { 'x-understudy-role': 'root' },
  });

  expect(response.status()).toBe(400);
  expect((await response.json()).error.message).toContain(
    Object.keys(roles).join(', '),
  );
});
