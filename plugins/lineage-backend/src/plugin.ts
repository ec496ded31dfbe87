import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { lineagePermissions } from '@understudy/plugin-lineage-common';
import {
  lineageEntityNamesExtensionPoint,
  LineageEntityNameSource,
} from '@understudy/plugin-lineage-node';
import { registerActions } from './actions/registerActions';
import { applyMigrations } from './database/applyMigrations';
import { DeclaredRelationScan } from './declared/DeclaredRelationScan';
import { DeclaredRelationStore } from './declared/DeclaredRelationStore';
import { createReads } from './graph/createReads';
import { createIngestion } from './ingestion/createIngestion';
import { CatalogNameSource } from './mapping/CatalogNameSource';
import { EntityNameScan } from './mapping/EntityNameScan';
import { ScanDigest } from './mapping/ScanDigest';
import { scheduleCatalogScans } from './mapping/scheduleCatalogScans';
import { createRouter } from './router/createRouter';

/**
 * The lineage backend: takes OpenLineage events, and answers what depends on
 * what. Tell it which names belong to which entities with
 * `lineageEntityNamesExtensionPoint`.
 *
 * @public
 */
export const lineagePlugin = createBackendPlugin({
  pluginId: 'lineage',
  register(env) {
    const sources: LineageEntityNameSource[] = [];
    env.registerExtensionPoint(lineageEntityNamesExtensionPoint, {
      addNameSource: source => sources.push(source),
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init({
        actionsRegistry,
        database,
        httpRouter,
        lifecycle,
        permissionsRegistry,
        ...services
      }) {
        permissionsRegistry.addPermissions(lineagePermissions);
        const knex = await applyMigrations(database);
        const ingestion = createIngestion({ ...services, knex });
        const reads = createReads({ ...services, knex, ingestion });
        registerActions({ ...reads, actionsRegistry });
        const scan = new EntityNameScan({
          digest: new ScanDigest({ knex, of: 'names' }),
          logger: services.logger,
          sources: [new CatalogNameSource(services), ...sources],
          store: ingestion.entityNames,
        });
        const relations = new DeclaredRelationScan({
          ...services,
          digest: new ScanDigest({ knex, of: 'relations' }),
          store: new DeclaredRelationStore({ knex }),
        });
        await scheduleCatalogScans({ ...services, scans: [scan, relations] });
        lifecycle.addStartupHook(async () => {
          await ingestion.start();
          // Nobody waits: until it is read, the database answers.
          reads.memory.start();
        });
        lifecycle.addShutdownHook(async () => {
          await reads.memory.stop();
          await ingestion.stop();
        });
        httpRouter.use(
          createRouter({
            ingestion: ingestion.router,
            features: reads.routers,
          }),
        );
      },
    });
  },
});
