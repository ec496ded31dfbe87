import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** What the sign-in page says. */
export const signInTranslationRef = createTranslationRef({
  id: 'app.understudy.sign-in',
  messages: {
    roles: {
      title: 'Who are you today?',
      subtitle:
        'This portal runs on your machine and needs no password. Each role may do other things. To change roles later, sign out in the settings.',
      team: 'Team: {{team}}',
      failed: 'Could not enter as {{name}}',
      unreachable:
        'The backend does not answer. Right after the start it may need some seconds more: choose a role to try again.',
    },
    oidc: {
      title: 'Single sign-on',
      message: 'Sign in with the account of your organisation',
    },
  },
});
