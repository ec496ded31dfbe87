import { ConfigApi } from '@backstage/frontend-plugin-api';

/** One role as the sign-in page shows it. */
export interface Role {
  name: string;
  title: string;
  does: string;
  team: string;
}

/** The roles one may enter as, or `undefined` where the portal has a real sign-in. */
export function readRoles(config: ConfigApi): Role[] | undefined {
  const roles = config.getOptionalConfig('auth.providers.roles');
  if (!roles?.getOptionalBoolean('enabled')) {
    return undefined;
  }
  return roles.getConfigArray('roles').map(role => ({
    name: role.getString('name'),
    title: role.getString('title'),
    does: role.getString('does'),
    team: role.getString('team'),
  }));
}
