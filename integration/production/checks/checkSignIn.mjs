import { ok } from 'node:assert/strict';
import { chromium, expect } from '@playwright/test';
import { launchOptions } from '../../../e2e/portal/launchOptions.ts';

/** Signs in through the identity provider as a person would. */
export async function checkSignIn({ checks, url }) {
  const browser = await chromium.launch(launchOptions);
  try {
    await checks.check('a person signs in and sees the model', async () => {
      const page = await signIn(browser, url, 'payments-lead@example.com');
      await page.goto(`${url}/ml/models`);
      await expect(
        page.getByRole('link', { name: 'Chargeback risk' }),
      ).toBeVisible({ timeout: 30_000 });
      await page.goto(`${url}/catalog/default/model/chargeback-risk`);
      await expect(
        page.getByRole('heading', { name: 'What is assigned where' }),
      ).toBeVisible({ timeout: 30_000 });
      const text = await page.locator('body').innerText();
      ok(!text.includes('sample registry'), 'sample data is shown');
    });

    await checks.check('somebody unknown is turned away', async () => {
      const page = await signIn(browser, url, 'stranger@example.com');
      await expect(
        page.getByText(/Failed to sign-in, unable to resolve user identity/),
      ).toBeVisible({ timeout: 30_000 });
    });
  } finally {
    await browser.close();
  }
}

/** Goes through the pages of the identity provider, which open in a window of their own. */
async function signIn(browser, url, email) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /sign in/i }).click();
  const popup = await opened;
  await popup.getByPlaceholder('Enter any login').fill(email);
  await popup.getByPlaceholder('and password').fill('anything');
  await popup.getByRole('button', { name: /sign-in/i }).click();
  // Together, or the one would fail by itself after the other, with nobody to hear it.
  await Promise.all([
    popup.waitForEvent('close'),
    popup.getByRole('button', { name: /continue/i }).click(),
  ]);
  return page;
}
