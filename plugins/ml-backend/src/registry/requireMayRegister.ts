import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { mlVersionRegisterPermission } from '@understudy/plugin-ml-common';
import { ModelAccess, ownerOf } from '../models/ModelAccess';

/**
 * Throws NotAllowedError unless the caller may register versions of a model:
 * a user has to own the model as well as have the permission.
 */
export async function requireMayRegister(
  entity: Entity,
  options: {
    access: ModelAccess;
    auth: AuthService;
    credentials: BackstageCredentials;
    userInfo: UserInfoService;
  },
): Promise<void> {
  const { access, auth, credentials, userInfo } = options;
  const model = stringifyEntityRef(entity);
  await access.require(mlVersionRegisterPermission, model, { credentials });
  if (!auth.isPrincipal(credentials, 'user')) {
    return;
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  const owner = ownerOf(entity);
  if (!owner || !ownershipEntityRefs.includes(owner)) {
    throw new NotAllowedError(
      `Versions of '${model}' are registered by its owner, ${owner ?? 'which it does not have'}, or by a service`,
    );
  }
}
