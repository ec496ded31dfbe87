import {
  configApiRef,
  IdentityApi,
  useApi,
} from '@backstage/frontend-plugin-api';
import { OidcSignInPage } from './OidcSignInPage';
import { RoleSignInPage } from './RoleSignInPage';
import { readRoles } from './roles';

/** Sign-in by role where the config enables it, by OpenID Connect everywhere else. */
export function PortalSignInPage(props: {
  onSignInSuccess: (identity: IdentityApi) => void;
}) {
  const roles = readRoles(useApi(configApiRef));
  return roles ? (
    <RoleSignInPage roles={roles} onSignInSuccess={props.onSignInSuccess} />
  ) : (
    <OidcSignInPage onSignInSuccess={props.onSignInSuccess} />
  );
}
