import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

// During development the app comes from its own server; an old build must not stand beside it.
if (process.env.NODE_ENV !== 'development') {
  backend.add(import('@backstage/plugin-app-backend'));
}
backend.add(import('@backstage/plugin-proxy-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissionPolicy'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-catalog-backend-module-unprocessed'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@understudy/plugin-catalog-backend-module-ml'));
backend.add(import('@understudy/plugin-catalog-backend-module-mlflow'));

backend.add(import('@understudy/plugin-lineage-backend'));

backend.add(import('@understudy/plugin-ml-backend'));
backend.add(import('@understudy/plugin-ml-backend-module-mlflow'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-techdocs-backend'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// For a developer's machine only. Both packages are development dependencies, so a production
// installation does not even hold them; an unset NODE_ENV counts as production.
if (['development', 'test'].includes(process.env.NODE_ENV ?? '')) {
  /* eslint-disable @backstage/no-undeclared-imports */
  backend.add(import('@understudy/plugin-auth-backend-module-roles'));
  backend.add(import('@understudy/sample-data'));
  /* eslint-enable @backstage/no-undeclared-imports */
}

backend.start();
