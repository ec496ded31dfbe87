import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  mlModelPermissions,
  mlPermissions,
  PORTAL_HOME,
} from '@understudy/plugin-ml-common';
import { lineageServiceRef } from '@understudy/plugin-lineage-node';
import { mlVersionSourcesExtensionPoint } from '@understudy/plugin-ml-node';
import {
  createContracts,
  scheduleContracts,
} from './contracts/createContracts';
import { registerActions } from './actions/registerActions';
import { createCards } from './cards/createCards';
import { DriftWatch } from './aliases/drift/DriftWatch';
import { LateContractGate } from './contracts/gate/LateContractGate';
import { applyMigrations } from './database/applyMigrations';
import { createEvidence } from './evidence/createEvidence';
import { createDataVersions } from './dataVersions/createDataVersions';
import { createIntake } from './intake/createIntake';
import { ModelAccess } from './models/ModelAccess';
import { createModels } from './models/createModels';
import { DatabaseLedger } from './ledger/DatabaseLedger';
import { createMlflowFeature } from './mlflow/createMlflowFeature';
import { MLFLOW_PATH } from './mlflow/createMlflowRouter';
import { VersionEvidence } from './mlflow/evidence/VersionEvidence';
import { scheduleLeftChanges } from './mlflow/homes/createServedChanges';
import { LeftChanges } from './mlflow/homes/LeftChanges';
import { createPromotionFeature } from './promotion/createPromotionFeature';
import { createRegistry } from './registry/createRegistry';
import { DatabaseVersionStore } from './registry/DatabaseVersionStore';
import { MetricDictionary } from './registry/MetricDictionary';
import {
  createWebhookRouter,
  WEBHOOK_PATH,
} from './registry/webhook/createWebhookRouter';
import { VersionSources } from './registry/sync/VersionSources';
import { createRouter } from './router/createRouter';
import { DatabaseSubjectStore } from './subjects/DatabaseSubjectStore';
import { RunningTaskStore } from './tasks/RunningTaskStore';
import { WatchedScheduler } from './tasks/WatchedScheduler';
import { createTokens } from './tokens/createTokens';
import { createVersionSearch } from './versionSearch/createVersionSearch';

/**
 * The machine learning backend: versions of models, and what is decided about
 * them. Bring registries to it with `mlVersionSourcesExtensionPoint`.
 *
 * @public
 */
export const mlPlugin = createBackendPlugin({
  pluginId: 'ml',
  register(env) {
    const sources = new VersionSources();
    env.registerExtensionPoint(mlVersionSourcesExtensionPoint, {
      addVersionSource: source => sources.add(source),
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
        lineage: lineageServiceRef,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init({
        actionsRegistry,
        database,
        httpRouter,
        lifecycle,
        permissionsRegistry,
        ...services
      }) {
        // Those about models are registered with the catalog, by its module.
        permissionsRegistry.addPermissions(
          mlPermissions.filter(
            permission =>
              !mlModelPermissions.some(({ name }) => name === permission.name),
          ),
        );
        const knex = await applyMigrations(database);
        const shared = {
          ...services,
          scheduler: await WatchedScheduler.create({
            logger: services.logger,
            running: RunningTaskStore.create({ knex }),
            scheduler: services.scheduler,
          }),
          access: new ModelAccess(services),
          knex,
          sources,
          subjects: DatabaseSubjectStore.create({ knex }),
          versions: DatabaseVersionStore.create({
            knex,
            serverTitle: server =>
              server === PORTAL_HOME ? 'Portal' : sources.find(server)?.title,
          }),
        };
        const models = await createModels(shared);
        // Made below, and needs the registry; no registry is read before.
        const watch: { look?: DriftWatch['look'] } = {};
        const unsettled: { left?: LeftChanges } = {};
        const registry = await createRegistry({
          ...shared,
          beforeRead: async source => unsettled.left?.settle([source]),
          afterRead: async source => (await watch.look?.(source)) ?? [],
        });
        const versionSearch = createVersionSearch({
          ...shared,
          index: models.index,
          refresh: models.refresh,
        });
        const dataVersions = await createDataVersions({
          ...shared,
          registry: registry.registry,
        });
        const evidence = new VersionEvidence({
          dictionary: MetricDictionary.fromConfig(shared.config),
          knex,
          ledger: DatabaseLedger.create({ knex }),
          sources: () => sources.list(),
        });
        const contractGate = new LateContractGate();
        const promotion = createPromotionFeature({
          ...shared,
          models: shared.access,
          sources: sources.list(),
          readRegistries: registry.readRegistries,
          fetchEvidence: id => evidence.fetch(id),
          readContractFacts: requests => contractGate.read(requests),
        });
        const contracts = createContracts({
          ...shared,
          policies: promotion.policies,
          wake: () => promotion.outboxWorker.wake(),
        });
        contractGate.use(contracts.gate);
        await scheduleContracts(shared, contracts);
        watch.look = source => promotion.drift.look(source);
        registerActions({
          actionsRegistry,
          contracts: contracts.contracts,
          models: models.models,
          registry: registry.registry,
          versionSearch,
        });
        const intake = createIntake({
          ...shared,
          index: models.index,
          models: shared.access,
          refresh: models.refresh,
          wake: () => promotion.outboxWorker.wake(),
        });
        const tokens = createTokens(shared);
        const versionEvidence = createEvidence({
          ...shared,
          policies: promotion.policies,
        });
        const mlflow = createMlflowFeature({
          ...shared,
          index: models.index,
          policies: promotion.policies,
          members: promotion.members,
          rollbacks: promotion.rollbacks,
          tokens: tokens.tokens,
          wake: () => promotion.outboxWorker.wake(),
        });
        unsettled.left = mlflow.left;
        await scheduleLeftChanges(shared.scheduler, mlflow.left);
        lifecycle.addStartupHook(() => promotion.start());
        lifecycle.addShutdownHook(() => promotion.stop());
        // It tells callers apart by itself: a client of MLflow does not
        // understand the platform's answer to those it does not know.
        httpRouter.addAuthPolicy({
          path: MLFLOW_PATH,
          allow: 'unauthenticated',
        });
        httpRouter.use(mlflow.router);
        // Registries sign their webhooks; they have no token of the platform.
        httpRouter.addAuthPolicy({
          path: WEBHOOK_PATH,
          allow: 'unauthenticated',
        });
        httpRouter.use(
          createWebhookRouter({
            ...shared,
            readRegistries: registry.readRegistries,
          }),
        );
        httpRouter.use(
          createRouter({
            features: [
              models.router,
              registry.router,
              versionEvidence.router,
              createCards(shared).router,
              versionSearch.router,
              dataVersions.router,
              promotion.router,
              contracts.router,
              intake.router,
              mlflow.portalModelRouter,
              tokens.router,
            ],
          }),
        );
      },
    });
  },
});
