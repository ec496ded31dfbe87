import { Page } from '@playwright/test';

/** The themes of the portal. */
export const themes = ['light', 'dark'] as const;

/** The name of a theme. */
export type Theme = (typeof themes)[number];

/** Shows the current page in a theme, as it is when somebody switches it in another tab. */
export async function showInTheme(page: Page, theme: Theme): Promise<void> {
  // What is still on its way from one colour to the other is not what is looked at.
  await page.addStyleTag({ content: '* { transition: none !important }' });
  await page.evaluate(name => {
    localStorage.setItem('theme', name);
    window.dispatchEvent(
      new StorageEvent('storage', { key: 'theme', newValue: name }),
    );
  }, theme);
  await page
    .locator(`body[data-theme-mode="${theme}"]`)
    .waitFor({ state: 'attached' });
}
