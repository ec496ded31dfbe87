import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { PORTAL_HOME } from '@understudy/plugin-ml-common';
import { VersionSource } from '@understudy/plugin-ml-node';
import express from 'express';
import Router from 'express-promise-router';
import { Knex } from 'knex';
import { AliasDriftStore } from '../aliases/drift/AliasDriftStore';
import { createAliases } from '../aliases/createAliases';
import { AssignmentService } from '../assignments/AssignmentService';
import { createAssignmentRouter } from '../assignments/createAssignmentRouter';
import { DatabaseAssignmentStore } from '../assignments/DatabaseAssignmentStore';
import { createLedgerRouter } from '../ledger/createLedgerRouter';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { LedgerService } from '../ledger/LedgerService';
import { createPortalAliasTarget } from '../mlflow/records/createPortalAliasTarget';
import { readMeasurements } from '../evidence/read/readMeasurements';
import { SignatureKeys } from '../evidence/signatures/SignatureKeys';
import { SignatureReader } from '../evidence/signatures/SignatureReader';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess } from '../models/ModelAccess';
import { DatabaseOutbox } from '../outbox/DatabaseOutbox';
import { deliverMessage } from '../outbox/deliverMessage';
import { OutboxWorker } from '../outbox/OutboxWorker';
import { createPolicyRouter } from '../policy/createPolicyRouter';
import { DatabasePolicyStore } from '../policy/DatabasePolicyStore';
import { PolicyService } from '../policy/PolicyService';
import { RegistrySourceStore } from '../registry/sync/RegistrySourceStore';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { AliasMover, AliasTarget } from './AliasMover';
import { ApprovalService } from './ApprovalService';
import { AuthorizedPromotionService } from './AuthorizedPromotionService';
import { checkAlias } from './checkAlias';
import { createPromotionRouter } from './createPromotionRouter';
import { ArtifactReader } from './gates/facts/ArtifactReader';
import { ReferenceReader } from './gates/facts/ReferenceReader';
import { CatalogGroupMembers } from './GroupMembers';
import { IdempotencyKeys } from './IdempotencyKeys';
import { PromotionDeps } from './PromotionDeps';
import { reasonOverdue } from './promotionNotifications';
import { PromotionEvaluator } from './PromotionEvaluator';
import { PromotionExecutor } from './PromotionExecutor';
import { PromotionLeases } from './PromotionLeases';
import { PromotionService } from './PromotionService';
import { PromotionStore } from './PromotionStore';
import { PromotionSweeper } from './PromotionSweeper';
import { PromotionViewer } from './PromotionViewer';
import { PromotionWorker } from './PromotionWorker';
import { RegistryRecordReader } from './RegistryRecordReader';
import { RequestService } from './RequestService';
import { RollbackService } from './RollbackService';

/** What the plugin gives to this feature. */
export interface PromotionFeatureOptions {
  knex: Knex;
  config: Config;
  subjects: SubjectStore;
  versions: VersionStore;
  models: ModelAccess;
  /** The registries that versions come from. */
  sources: readonly VersionSource[];
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  events: EventsService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  signals: SignalsService;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
  /** Fetches what tracking servers know of the run of a version. */
  fetchEvidence: (versionId: string) => Promise<void>;
  /** See {@link PromotionDeps}. */
  readContractFacts: PromotionDeps['readContractFacts'];
  /** See {@link deliverMessage}. */
  readRegistries: (servers: readonly string[]) => Promise<void>;
  now?: () => Date;
}

/**
 * Promotions, rollbacks, assignments, policies and the ledger: one router,
 * and workers that are started once the backend is up.
 */
export function createPromotionFeature(options: PromotionFeatureOptions) {
  const { knex, config, logger, auth, httpAuth, models, subjects } = options;
  const now = options.now ?? (() => new Date());
  const history = new HistoryAccess(options);
  const ledger = DatabaseLedger.create({ knex, now });
  const outbox = DatabaseOutbox.create({ knex, now });
  const store = PromotionStore.create({ knex });
  const assignmentStore = DatabaseAssignmentStore.create({ knex });
  const records = RegistryRecordReader.create({ knex });
  const statuses = RegistrySourceStore.create({ knex, now });
  const policies = PolicyService.fromConfig(config, {
    store: DatabasePolicyStore.create({ knex }),
    ledger,
    urlReader: options.urlReader,
    logger,
    now,
  });
  // They are made below and need the others; no work comes before that.
  const workers: { wake(): void }[] = [];
  const deps: PromotionDeps = {
    auditor: options.auditor,
    store,
    assignments: assignmentStore,
    drifts: new AliasDriftStore(knex),
    ledger,
    outbox,
    policies,
    models,
    subjects,
    versions: options.versions,
    readMeasurements: (versionIds, wanted) =>
      readMeasurements(knex, versionIds, wanted),
    readContractFacts: options.readContractFacts,
    references: new ReferenceReader({ knex, versions: options.versions }),
    artifacts: new ArtifactReader({
      knex,
      readStatuses: () => statuses.findStatuses(options.sources),
      signatures: new SignatureReader({
        keys: SignatureKeys.fromConfig(config),
        knex,
      }),
    }),
    records,
    members: new CatalogGroupMembers(options),
    now,
    wake: () => workers.forEach(one => one.wake()),
  };
  const aliases = new AliasMover(
    new Map<string, AliasTarget>([
      ...options.sources.map(source => [source.id, source] as const),
      [PORTAL_HOME, createPortalAliasTarget({ knex, now })],
    ]),
  );
  const leases = PromotionLeases.create({ knex, now });
  const evaluator = new PromotionEvaluator(deps);
  const promotions = new PromotionService(deps, evaluator);
  const rollbacks = new RollbackService(deps, aliases);
  const requests = new RequestService(deps, evaluator);
  const idempotency = IdempotencyKeys.create({ knex, now });
  const aliasFeature = createAliases({
    ...options,
    aliases,
    deps,
    history,
    idempotency,
    requests,
    rollbacks,
  });
  const worker = new PromotionWorker({
    leases,
    logger,
    executor: new PromotionExecutor({
      deps,
      evaluator,
      promotions,
      leases,
      aliases,
      logger,
    }),
  });
  const outboxWorker = new OutboxWorker({
    outbox,
    logger,
    deliver: leased =>
      deliverMessage(leased, {
        notifications: options.notifications,
        signals: options.signals,
        events: options.events,
        fetchEvidence: options.fetchEvidence,
        readRegistries: options.readRegistries,
        checkAlias: message => checkAlias(message, { deps, aliases }),
        revertAlias: message => aliasFeature.revert(message),
        remindOfReason: async ({ promotionId }) => {
          const record = await store.find(promotionId);
          return record?.reasonDueAt ? reasonOverdue(record) : [];
        },
      }),
  });
  workers.push(worker, outboxWorker);
  const sweeper = new PromotionSweeper({ deps, evaluator, promotions, logger });

  return {
    router: createRouter(),
    worker,
    outboxWorker,
    sweeper,
    policies,
    rollbacks,
    drift: aliasFeature.watch,
    members: deps.members,

    /** Reads the policies and starts the workers. */
    async start(): Promise<void> {
      await policies.refresh();
      await options.scheduler.scheduleTask({
        id: 'ml-policies-refresh',
        frequency: { minutes: 1 },
        timeout: { minutes: 5 },
        fn: () => policies.refresh(),
      });
      await options.scheduler.scheduleTask({
        id: 'ml-promotions-sweep',
        frequency: { minutes: 1 },
        timeout: { minutes: 10 },
        initialDelay: { seconds: 30 },
        fn: signal => sweeper.sweep(signal),
      });
      await options.scheduler.scheduleTask({
        id: 'ml-promotions-prune',
        frequency: { hours: 1 },
        timeout: { minutes: 10 },
        initialDelay: { minutes: 5 },
        fn: async () => {
          await outbox.prune();
          await idempotency.prune();
        },
      });
      worker.start();
      outboxWorker.start();
    },

    /** Stops the workers; what they were doing goes on after the next start. */
    async stop(): Promise<void> {
      await worker.stop();
      await outboxWorker.stop();
    },
  };

  function createRouter(): express.Router {
    const router = Router();
    router.use(
      createPromotionRouter({
        auditor: options.auditor,
        auth,
        httpAuth,
        idempotency,
        promotions: new AuthorizedPromotionService({
          auth,
          history,
          members: deps.members,
          permissions: options.permissions,
          models,
          subjects,
          store,
          requests,
          promotions,
          approvals: new ApprovalService(deps, evaluator, promotions),
          rollbacks,
          viewer: new PromotionViewer(deps, logger),
        }),
      }),
    );
    router.use(
      createAssignmentRouter({
        httpAuth,
        assignments: new AssignmentService({
          history,
          models,
          subjects,
          store: assignmentStore,
          policies,
          records,
          rollbacks,
        }),
      }),
    );
    router.use(aliasFeature.router);
    router.use(createPolicyRouter({ httpAuth, policies }));
    router.use(
      createLedgerRouter({
        httpAuth,
        ledger: new LedgerService({ ...options, history, ledger }),
      }),
    );
    return router;
  }
}
