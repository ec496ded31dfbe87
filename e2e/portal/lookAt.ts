import path from 'node:path';
import { expect, Locator, Page } from '@playwright/test';
import { AxeOptions, expectNoSeriousAxeFindings } from './axe';
import { showInTheme, themes } from './themes';

const screenshots = path.resolve(
  __dirname,
  '../../build-output/e2e/screenshots',
);

/** Keeps a screenshot of a page as it is now, `<name>.png`, as build output. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
}

/** Bars and circles that turn, and those of the platform that are not shown yet. */
function unfinished(page: Page): Locator {
  return page.locator(
    '[role="progressbar"]:not([aria-valuenow]), [data-testid="progress"]',
  );
}

/**
 * Looks at a page in both themes: waits until `ready` has passed and no progress bar turns any
 * more, keeps a screenshot `<name>-<theme>.png` as build output, and fails on serious axe findings.
 * Reloads the page, so what is not in the URL is lost.
 */
export async function lookAt(
  page: Page,
  name: string,
  options: AxeOptions & { ready: () => Promise<unknown> },
): Promise<void> {
  for (const theme of themes) {
    await showInTheme(page, theme);
    await options.ready();
    // What the platform draws is in the screenshot too, such as its graph.
    await expect(unfinished(page), 'still reading').toHaveCount(0);
    await keepScreenshot(page, `${name}-${theme}`);
    await expectNoSeriousAxeFindings(page, options);
  }
}
