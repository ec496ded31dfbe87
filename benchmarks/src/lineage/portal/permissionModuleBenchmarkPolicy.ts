import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { UnderstudyPermissionPolicy } from '../../../../packages/backend/src/permissionPolicy/UnderstudyPermissionPolicy';
import { readsSome } from './readers';

/**
 * The policy of the portal, except that some users read entities under a
 * condition. It holds for all that is measured, so that they get the same
 * answers as others and only the looking differs.
 */
class BenchmarkPolicy implements PermissionPolicy {
  readonly #portalPolicy: PermissionPolicy;

  constructor(portalPolicy: PermissionPolicy) {
    this.#portalPolicy = portalPolicy;
  }

  async handle(
    query: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { permission } = query;
    return user &&
      readsSome(user.info.userEntityRef) &&
      isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY) &&
      permission.attributes.action === 'read'
      ? createCatalogConditionalDecision(
          permission,
          catalogConditions.isEntityKind({ kinds: ['Dataset', 'User'] }),
        )
      : await this.#portalPolicy.handle(query, user);
  }
}

/** Gives the permission framework the {@link BenchmarkPolicy}. */
export const permissionModuleBenchmarkPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'benchmark-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, userInfo }) {
        policy.setPolicy(
          new BenchmarkPolicy(new UnderstudyPermissionPolicy({ userInfo })),
        );
      },
    });
  },
});
