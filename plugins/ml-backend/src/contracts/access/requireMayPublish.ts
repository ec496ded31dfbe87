import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { mlContractPublishPermission } from '@understudy/plugin-ml-common';
import { ModelAccess, ownerOf } from '../../models/ModelAccess';

/**
 * Throws NotAllowedError unless the caller may change the contract of an
 * entity: a user has to own it as well as have the permission.
 */
export async function requireMayPublish(
  entity: Entity,
  options: {
    access: ModelAccess;
    auth: AuthService;
    credentials: BackstageCredentials;
    userInfo: UserInfoService;
  },
): Promise<void> {
  const { access, auth, credentials, userInfo } = options;
  const ref = stringifyEntityRef(entity);
  await access.require(mlContractPublishPermission, ref, { credentials });
  if (!auth.isPrincipal(credentials, 'user')) {
    return;
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  const owner = ownerOf(entity);
  if (!owner || !ownershipEntityRefs.includes(owner)) {
    throw new NotAllowedError(
      `The contract of '${ref}' is changed by its owner, ${owner ?? 'which it does not have'}, or by a service`,
    );
  }
}
