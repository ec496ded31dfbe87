import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { grants } from './grants';

const OWN_AREAS = ['ml.', 'lineage.'];

/**
 * What users of this portal may do. Services with a token never come here: the framework lets them
 * pass, and the services of our plugins refuse them where a person must decide.
 */
export class UnderstudyPermissionPolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;

  constructor(options: { userInfo: UserInfoService }) {
    this.#userInfo = options.userInfo;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const grant = grants[permission.name];
    if (!grant) {
      return { result: withoutGrant(permission) };
    }
    if (grant.anyUser) {
      return { result: AuthorizeResult.ALLOW };
    }

    // Asked for only here, since most questions are about reading and need no memberships.
    const { ownershipEntityRefs: claims } = await this.#userInfo.getUserInfo(
      user.credentials,
    );
    if (grant.groups?.some(group => claims.includes(group))) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (
      grant.owner &&
      isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)
    ) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    return { result: AuthorizeResult.DENY };
  }
}

/** Reading our own areas is open to signed-in users; the rest of Backstage keeps its own default. */
function withoutGrant(permission: Permission) {
  const isOurs = OWN_AREAS.some(area => permission.name.startsWith(area));
  return isOurs && permission.attributes.action !== 'read'
    ? AuthorizeResult.DENY
    : AuthorizeResult.ALLOW;
}
