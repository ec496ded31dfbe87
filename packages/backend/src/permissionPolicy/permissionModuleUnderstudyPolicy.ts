import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { UnderstudyPermissionPolicy } from './UnderstudyPermissionPolicy';

/** Gives the permission framework the {@link UnderstudyPermissionPolicy}. */
export const permissionModuleUnderstudyPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'understudy-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, userInfo }) {
        policy.setPolicy(new UnderstudyPermissionPolicy({ userInfo }));
      },
    });
  },
});
