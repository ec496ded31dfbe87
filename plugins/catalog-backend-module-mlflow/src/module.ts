import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { mlRegistrySyncPermission } from '@understudy/plugin-ml-common';
import {
  mlIntakeDecisionsServiceRef,
  subscribeToIntake,
} from '@understudy/plugin-ml-node';
import express from 'express';
import { readMlflowImports } from './config/readMlflowImports';
import { MlflowEntityProvider } from './provider/MlflowEntityProvider';
import { MlflowImporter } from './provider/MlflowImporter';
import { requestImport } from './provider/requestImport';
import { AuthorizedMlflowImportService } from './service/AuthorizedMlflowImportService';
import { createImportRouter } from './service/createImportRouter';
import { DefaultMlflowImportService } from './service/DefaultMlflowImportService';
import { applyMigrations } from './state/applyMigrations';
import { ImportStateStore } from './state/ImportStateStore';

/**
 * Imports the registered models of MLflow servers into the catalog, as
 * configured in `catalog.providers.mlflow`, and serves how the imports stand
 * under `/api/catalog/mlflow`.
 *
 * @public
 */
export const catalogModuleMlflow = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'mlflow',
  register(reg) {
    reg.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        decisions: mlIntakeDecisionsServiceRef,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, decisions, logger, permissions, scheduler } =
          deps;
        const configs = readMlflowImports(deps.config);
        const knex = await applyMigrations(deps.database);
        const state = ImportStateStore.create({ knex });
        const importers = configs.map(config =>
          MlflowImporter.create({
            config,
            auth,
            catalog,
            decisions,
            logger: logger.child({ provider: config.server.id }),
            state,
          }),
        );
        deps.processing.addEntityProvider(
          importers.map(importer =>
            MlflowEntityProvider.create({ importer, scheduler }),
          ),
        );
        await subscribeToIntake({
          events: deps.events,
          id: 'mlflow-import',
          onDecided: async server => {
            const importer = importers.find(({ id }) => id === server);
            if (importer?.config.intake) {
              await requestImport(importer, { scheduler, state });
            }
          },
        });
        deps.permissionsRegistry.addPermissions([mlRegistrySyncPermission]);

        const imports = AuthorizedMlflowImportService.create({
          service: DefaultMlflowImportService.create({
            importers,
            scheduler,
            state,
          }),
          permissions,
          catalog,
        });
        // Below a path of our own: the rest of /api/catalog is the catalog's.
        deps.httpRouter.use(
          express.Router().use(
            '/mlflow',
            createImportRouter({
              auditor: deps.auditor,
              httpAuth: deps.httpAuth,
              imports,
            }),
          ),
        );
      },
    });
  },
});
