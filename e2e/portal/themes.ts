import { Page } from '@playwright/test';

/** The themes of the portal. */
export const themes = ['light', 'dark'] as const;

/** The name of a theme. */
export type Theme = (typeof themes)[number];

/** Shows the current page in a theme, as the switch in the settings does. */
export async function showInTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate(name => localStorage.setItem('theme', name), theme);
  await page.reload();
  await page
    .locator(`body[data-theme-mode="${theme}"]`)
    .waitFor({ state: 'attached' });
}
