import { stringifyEntityRef } from '@backstage/catalog-model';
import { isError, NotFoundError } from '@backstage/errors';
import {
  AuthResolverContext,
  BackstageSignInResult,
  SignInInfo,
} from '@backstage/plugin-auth-node';
import { Role } from './readRoles';

/** Signs in the User entity that bears the name of the role, with the groups the catalog knows. */
export async function signInAsUser(
  { result: role }: SignInInfo<Role>,
  context: AuthResolverContext,
): Promise<BackstageSignInResult> {
  const entityRef = { kind: 'User', namespace: 'default', name: role.name };
  try {
    return await context.signInWithCatalogUser({ entityRef });
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      throw new NotFoundError(
        `The catalog has no ${stringifyEntityRef(
          entityRef,
        )}. Right after the start it may still be loading: try again in a moment`,
      );
    }
    throw error;
  }
}
