import { Page, test as base } from '@playwright/test';
import { roleButton } from './roleButton';
import { RoleName } from './roles';

/** What the tests get besides Playwright's own fixtures. */
export interface PortalFixtures {
  /**
   * Enters the portal as a role through the sign-in page and resolves with a page of its own, so
   * that one test can be several people at once.
   */
  signIn: (role: RoleName) => Promise<Page>;
  /** The token for calls from outside the portal. */
  outsideToken: string;
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: the global setup starts the portal`);
  }
  return value;
}

/** Playwright's `test` with the portal running. */
export const test = base.extend<PortalFixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
  baseURL: async ({}, use) => {
    await use(fromEnvironment('UNDERSTUDY_PORTAL_URL'));
  },
  // eslint-disable-next-line no-empty-pattern
  outsideToken: async ({}, use) => {
    await use(fromEnvironment('UNDERSTUDY_TOKEN'));
  },
  signIn: async ({ browser, baseURL, viewport }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async role => {
      const context = await browser.newContext({ baseURL, viewport });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto('/');
      await roleButton(page, role).click();
      await page.waitForURL('**/catalog**');
      return page;
    });
    await Promise.all(contexts.map(context => context.close()));
  },
});

export { expect } from '@playwright/test';
