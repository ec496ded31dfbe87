import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createRolesAuthenticator } from './createRolesAuthenticator';
import { rolesEnabled } from './rolesEnabled';
import { signInAsUser } from './signInAsUser';

/**
 * Lets people enter a portal on their own machine as one of the demo roles, without a password.
 * Registers the auth provider `roles` only where `rolesEnabled` says so; elsewhere its routes
 * do not exist.
 *
 * @public
 */
export const authModuleRoles = createBackendModule({
  pluginId: 'auth',
  moduleId: 'roles',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ providers, config, logger }) {
        if (!rolesEnabled({ nodeEnv: process.env.NODE_ENV, config })) {
          logger.info('Sign-in by role is off');
          return;
        }
        logger.warn('Sign-in by role is on: anyone on this machine may enter');
        providers.registerProvider({
          providerId: 'roles',
          factory: createProxyAuthProviderFactory({
            authenticator: createRolesAuthenticator(),
            signInResolver: signInAsUser,
          }),
        });
      },
    });
  },
});
