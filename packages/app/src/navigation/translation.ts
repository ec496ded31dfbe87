import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** What the sidebar says beside the titles that pages bring themselves. */
export const navigationTranslationRef = createTranslationRef({
  id: 'app.understudy.navigation',
  messages: {
    home: 'Understudy, to the catalog',
    search: 'Search',
    menu: 'Menu',
    account: 'Account',
    tools: 'Tools',
  },
});
