import { expect, type Page } from '@playwright/test';

/**
 * What people do with promotions in the browser, in the words on the page.
 * Each step ends when the page shows its result.
 */

/** Enters the portal through its sign-in page, as the role with a title. */
export async function signInAs(page: Page, title: string): Promise<Page> {
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await page.waitForURL('**/catalog**');
  return page;
}

/** Asks for a version from the model's page; resolves with the promotion's address. */
export async function requestPromotion(
  page: Page,
  options: { model: string; version: string; reason: string },
): Promise<string> {
  await page.goto(
    `/ml/models/default/${options.model}/versions/${options.version}`,
  );
  await page.getByRole('button', { name: 'Promote this version' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(options.reason);
  await dialog
    .getByRole('button', { name: `Ask to promote v${options.version}` })
    .click();
  await page.waitForURL('**/ml/promotions/*');
  return new URL(page.url()).pathname;
}

/** Approves the promotion at an address, as the person whose page it is. */
export async function approvePromotion(
  page: Page,
  address: string,
): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(
    page.getByRole('button', { name: 'Approve', exact: true }),
  ).toBeHidden();
}

/** Waits until the promotion on the page is in a state, as the chip names it. */
export async function expectPromotionState(
  page: Page,
  state: string,
  { seconds = 30 }: { seconds?: number } = {},
): Promise<void> {
  await expect(page.getByText(state, { exact: true }).first()).toBeVisible({
    timeout: seconds * 1000,
  });
}

/** Waits until the page says that the registry is down and what to type by hand. */
export async function expectManualCommand(page: Page): Promise<void> {
  await expect(
    page.getByText('The registry has not been changed yet'),
  ).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('To do the same by hand:')).toBeVisible();
}

/** Rolls back from the model's page to the version that the dialog proposes. */
export async function rollBack(
  page: Page,
  options: { model: string; to: string },
): Promise<string> {
  await page.goto(`/catalog/default/model/${options.model}`);
  await page
    .getByRole('button', { name: /^Roll back/ })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Roll back to v${options.to}` })
    .click();
  await page.waitForURL('**/ml/promotions/*');
  return new URL(page.url()).pathname;
}
