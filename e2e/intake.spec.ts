import type { Locator, Page } from '@playwright/test';
import { lookAt } from './portal/lookAt';
import { expect, test } from './portal/test';

/** Records of the sample server that nobody has taken; no other test touches them. */
const IGNORED = 'tmp-embedding-final-NEW';
const CLAIMED = 'stock_out_alert';

/** How long an import may take to carry out what was decided. */
const IMPORT_MS = 60_000;

function row(page: Page, record: string): Locator {
  return page.getByRole('row').filter({
    has: page.getByRole('button', { name: record, exact: true }),
  });
}

async function select(page: Page, record: string): Promise<void> {
  await page.getByRole('checkbox', { name: `Select ${record}` }).check();
}

/** Confirms the dialog that is open and closes it when its one line is done. */
async function confirm(page: Page, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: button }).click();
  await expect(dialog.getByText('Done', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
}

test('the intake shows what nobody has taken, filtered by the address', async ({
  signIn,
}) => {
  const page = await signIn('platform-engineer');
  await page.goto('/ml/registries');
  await page
    .getByRole('link', { name: /records? nobody has taken/ })
    .first()
    .click();
  await page.waitForURL('**/ml/intake?server=*');

  await page.goto('/ml/intake?server=research');
  await expect(row(page, 'Fraud Score (copy)')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search' }).fill('embedding');
  await page.waitForURL('**text=embedding**');
  await expect(row(page, IGNORED)).toBeVisible();
  await expect(row(page, 'Fraud Score (copy)')).toBeHidden();
});

test('a record is ignored for a reason, and taken back', async ({ signIn }) => {
  const page = await signIn('platform-engineer');
  await page.goto('/ml/intake?server=research');
  await select(page, IGNORED);
  await page.getByRole('button', { name: 'Ignore…' }).click();
  const ignore = page.getByRole('button', { name: 'Ignore 1 record' });
  await expect(ignore).toBeDisabled();
  await page
    .getByRole('textbox', { name: 'Reason' })
    .fill('Left over from a workshop');
  await confirm(page, 'Ignore 1 record');
  await expect(row(page, IGNORED)).toBeHidden();

  await page.goto('/ml/intake?server=research&status=ignored');
  await expect(row(page, IGNORED)).toContainText('Left over from a workshop');
  await select(page, IGNORED);
  await page.getByRole('button', { name: 'Take back…' }).click();
  await confirm(page, 'Take back 1 decision');
  await expect(row(page, IGNORED)).toBeHidden();
});

test('a team lead claims a record, and the catalog follows', async ({
  signIn,
}) => {
  const page = await signIn('payments-lead');
  await page.goto('/ml/intake?server=research');
  await select(page, CLAIMED);
  // Who runs the intake decides what is ignored.
  await expect(page.getByRole('button', { name: 'Ignore…' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.getByRole('button', { name: 'Claim for…' }).click();
  await page.getByRole('radio', { name: /^Payments fraud/ }).check();
  await confirm(page, 'Claim for Payments fraud');
  await expect(page.getByText(/registries are being read again/)).toBeVisible();

  await expect(async () => {
    await page.goto(
      `/ml/intake?server=research&status=settled&text=${CLAIMED}`,
    );
    await expect(
      row(page, CLAIMED).getByRole('link', { name: 'Payments fraud' }),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: IMPORT_MS });
});

test('the intake and a record in it are readable in both themes', async ({
  signIn,
}) => {
  const page = await signIn('platform-engineer');
  await page.goto('/ml/intake?server=research');
  await lookAt(page, 'ml-intake', {
    ready: () => expect(row(page, 'Fraud Score (copy)')).toBeVisible(),
  });

  await page
    .getByRole('button', { name: 'Fraud Score (copy)', exact: true })
    .click();
  await lookAt(page, 'ml-intake-record', {
    ready: () =>
      expect(
        page.getByRole('dialog', { name: 'Fraud Score (copy)' }),
      ).toBeVisible(),
  });
});
