import { Locator, Page } from '@playwright/test';
import { RoleName, roles } from './roles';

/** The card of a role on the sign-in page; what the role does follows its title. */
export function roleButton(page: Page, role: RoleName): Locator {
  return page.getByRole('button', { name: new RegExp(`^${roles[role]}`) });
}
