import { InputError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { assertLoopbackPeer } from './assertLoopbackPeer';
import { readRoles, Role } from './readRoles';

/** The request header that names the role to enter as. */
export const ROLE_HEADER = 'x-understudy-role';

/** Turns the role named in a request header into a {@link Role} of the config. */
export function createRolesAuthenticator() {
  return createProxyAuthenticator({
    defaultProfileTransform: async (role: Role) => ({
      profile: { displayName: role.title },
    }),
    initialize: ({ config }) => readRoles(config),
    authenticate: async ({ req }, roles: Role[]) => {
      assertLoopbackPeer(req);
      const wanted = req.header(ROLE_HEADER);
      const role = roles.find(({ name }) => name === wanted);
      if (!role) {
        const problem =
          wanted === undefined
            ? `The header ${ROLE_HEADER} is missing`
            : `Unknown role "${wanted}" in the header ${ROLE_HEADER}`;
        throw new InputError(
          `${problem}. Allowed: ${roles.map(({ name }) => name).join(', ')}`,
        );
      }
      return { result: role };
    },
  });
}
