import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { ModelAccess, ownerOf } from './ModelAccess';

/** What finding out about a caller takes. */
export interface OwnerCheck {
  access: ModelAccess;
  auth: AuthService;
  credentials: BackstageCredentials;
  userInfo: UserInfoService;
}

/**
 * Throws NotAllowedError unless the caller has a permission on an entity, and
 * owns it as well if it is a user.
 *
 * @param what - makes the beginning of the error of the entity's ref, such as
 * `Versions of 'model:default/a' are registered`.
 */
export async function requireOwnerOrService(
  entity: Entity,
  permission: ResourcePermission,
  what: (ref: string) => string,
  { access, auth, credentials, userInfo }: OwnerCheck,
): Promise<void> {
  const ref = stringifyEntityRef(entity);
  await access.require(permission, ref, { credentials });
  if (!auth.isPrincipal(credentials, 'user')) {
    return;
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  const owner = ownerOf(entity);
  if (!owner || !ownershipEntityRefs.includes(owner)) {
    throw new NotAllowedError(
      `${what(ref)} by its owner, ${owner ?? 'which it does not have'}, or by a service`,
    );
  }
}
