import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** One role a person may enter the demo portal as. */
export interface Role {
  /** The name of a User entity in the default namespace. */
  name: string;
  title: string;
}

/** Reads the roles from `auth.providers.roles`; an empty or doubled list is a mistake in the config. */
export function readRoles(config: Config): Role[] {
  const roles = config.getConfigArray('roles').map(role => ({
    name: role.getString('name'),
    title: role.getString('title'),
  }));
  if (roles.length === 0) {
    throw new InputError(
      'auth.providers.roles.roles is empty: list at least one role',
    );
  }
  const doubled = roles.find(
    (role, index) => roles.findIndex(r => r.name === role.name) !== index,
  );
  if (doubled) {
    throw new InputError(
      `auth.providers.roles.roles lists "${doubled.name}" twice`,
    );
  }
  return roles;
}
