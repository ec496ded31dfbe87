import { BrowserContext, Page, test as base } from '@playwright/test';
import { roleButton } from './roleButton';
import { RoleName } from './roles';

/** What the tests get besides Playwright's own fixtures. */
export interface PortalFixtures {
  /**
   * Gives a page of its own to somebody who has chosen a role in it before, so that one test can be
   * several people at once. Nothing is opened in it yet.
   */
  signIn: (role: RoleName) => Promise<Page>;
  /** The same through the sign-in page, which takes longer. Opens the catalog. */
  signInByHand: (role: RoleName) => Promise<Page>;
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
export const test = base.extend<
  PortalFixtures & { openContext: () => Promise<BrowserContext> }
>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
  baseURL: async ({}, use) => {
    await use(fromEnvironment('UNDERSTUDY_PORTAL_URL'));
  },
  // eslint-disable-next-line no-empty-pattern
  outsideToken: async ({}, use) => {
    await use(fromEnvironment('UNDERSTUDY_TOKEN'));
  },
  openContext: async ({ browser, baseURL, viewport }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL, viewport });
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map(context => context.close()));
  },
  signIn: async ({ openContext }, use) => {
    await use(async role => {
      const context = await openContext();
      // As the sign-in page keeps it.
      await context.addInitScript(name => {
        if (window.location.protocol.startsWith('http')) {
          window.sessionStorage.setItem('understudy.role', name);
        }
      }, role);
      return await context.newPage();
    });
  },
  signInByHand: async ({ openContext }, use) => {
    await use(async role => {
      const page = await (await openContext()).newPage();
      await page.goto('/');
      await roleButton(page, role).click();
      await page.waitForURL('**/catalog**');
      return page;
    });
  },
});

export { expect } from '@playwright/test';
