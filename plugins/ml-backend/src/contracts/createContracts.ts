import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { LineageService } from '@understudy/plugin-lineage-node';
import express from 'express';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess } from '../models/ModelAccess';
import { DatabaseOutbox } from '../outbox/DatabaseOutbox';
import { PolicyService } from '../policy/PolicyService';
import { SubjectStore } from '../subjects/SubjectStore';
import { AuthorizedContractService } from './AuthorizedContractService';
import { ContractChecker } from './check/ContractChecker';
import { ConsumerReader } from './consumers/ConsumerReader';
import { LineageConsumers } from './consumers/LineageConsumers';
import { ProductionUse } from './consumers/ProductionUse';
import { ContractViewer } from './ContractViewer';
import { createContractsRouter } from './createContractsRouter';
import { DeprecationService } from './deprecations/DeprecationService';
import { DeprecationStore } from './deprecations/DeprecationStore';
import { ContractPublisher } from './publish/ContractPublisher';
import { ContractGateReader } from './gate/ContractGateReader';
import { ObservationJudge } from './observed/ObservationJudge';
import { ObservationStore } from './observed/ObservationStore';
import { ObservedContracts } from './observed/ObservedContracts';
import { SchemaFollower } from './observed/SchemaFollower';
import { readConventions } from './readConventions';
import { ContractRefresh } from './sources/ContractRefresh';
import { DueRefresh } from './sources/DueRefresh';
import { EntityContractSource } from './sources/EntityContractSource';
import { SignatureContracts } from './sources/SignatureContracts';
import { UpstreamReader } from './gate/UpstreamReader';
import { ContractBatchReader } from './store/ContractBatchReader';
import { DatabaseContractStore } from './store/DatabaseContractStore';
import { SightingStore } from './store/SightingStore';
import { createWaivers } from './waivers/createWaivers';
import { WaiversInForce } from './waivers/WaiversInForce';
import { WaiverStore } from './waivers/WaiverStore';

/** What the feature needs of the plugin. */
export interface ContractsDeps {
  access: ModelAccess;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  httpAuth: HttpAuthService;
  knex: Knex;
  lineage: LineageService;
  logger: LoggerService;
  permissions: PermissionsService;
  policies: Pick<PolicyService, 'readInForce'>;
  subjects: SubjectStore;
  userInfo: UserInfoService;
  /** Called after a commit that leaves a message in the outbox. */
  wake: () => void;
  now?: () => Date;
}

/** What the feature gives to the plugin. */
export interface Contracts {
  contracts: AuthorizedContractService;
  gate: ContractGateReader;
  router: express.Router;
  /** Asks lineage for what it observed, and answers whether there is any news. */
  follow: (options: { signal: AbortSignal }) => Promise<boolean>;
  /** Reads what entities and versions say, and who uses what is deprecated. */
  refresh: (options: { signal: AbortSignal }) => Promise<void>;
  /** Tells whom it concerns of waivers that end or have ended. */
  remind: (options: { signal: AbortSignal }) => Promise<void>;
}

/**
 * Contracts of models, feature views and datasets: where they come from, who
 * relies on them, and what a change of them breaks.
 */
export function createContracts(deps: ContractsDeps): Contracts {
  const { access, knex, now } = deps;
  const store = DatabaseContractStore.create({ knex });
  const sightings = SightingStore.create({ knex, now });
  const deprecationStore = DeprecationStore.create({ knex });
  const ledger = DatabaseLedger.create({ knex, now });
  const outbox = DatabaseOutbox.create({ knex, now });
  const observations = ObservationStore.create({ knex, now });
  const waiverStore = WaiverStore.create({ knex });
  const batches = new ContractBatchReader(knex);
  const shared = {
    ...deps,
    batches,
    models: access,
    ledger,
    observations,
    outbox,
    sightings,
    store,
    waivers: new WaiversInForce({ ...deps, waivers: waiverStore }),
  };
  const consumers = new ConsumerReader({
    ...shared,
    lineage: new LineageConsumers(deps),
    production: new ProductionUse(deps),
  });
  const checker = new ContractChecker({
    ...shared,
    consumers,
    conventions: readConventions(deps.config),
    deprecations: deprecationStore,
  });
  const publisher = new ContractPublisher({ ...shared, checker });
  const deprecations = new DeprecationService({
    ...shared,
    consumers,
    deprecations: deprecationStore,
  });
  const history = new HistoryAccess(shared);
  const contracts = new AuthorizedContractService({
    ...shared,
    checker,
    deprecations,
    history,
    publisher,
    viewer: new ContractViewer({
      ...shared,
      consumers,
      deprecations: deprecationStore,
    }),
  });
  const source = new EntityContractSource({
    ...shared,
    deprecations,
    publisher,
  });
  const observed = new ObservedContracts({
    ...shared,
    judge: new ObservationJudge({ ...shared, checker, publisher }),
  });
  const entities = new ContractRefresh({ ...shared, observed, source });
  const follower = new SchemaFollower(shared);
  const signatures = new SignatureContracts({ ...shared, publisher });
  const waivers = createWaivers({
    ...shared,
    checker,
    consumers,
    history,
    waivers: waiverStore,
  });
  return {
    contracts,
    gate: new ContractGateReader({
      ...shared,
      checker,
      upstreams: new UpstreamReader(shared),
    }),
    router: createContractsRouter({
      ...deps,
      contracts,
      waivers: waivers.router,
    }),
    remind: waivers.remind,
    follow: options => follower.run(options),
    refresh: async options => {
      await entities.run(options);
      await signatures.run(options);
      await deprecations.observe(options);
    },
  };
}

/** Has contracts read and waivers reminded of by schedule, on one replica at a time. */
export async function scheduleContracts(
  deps: Pick<ContractsDeps, 'auth' | 'catalog'> & {
    scheduler: SchedulerService;
  },
  contracts: Pick<Contracts, 'follow' | 'refresh' | 'remind'>,
): Promise<void> {
  const due = new DueRefresh({ ...deps, ...contracts });
  await deps.scheduler.scheduleTask({
    id: 'ml-contracts',
    frequency: { seconds: 10 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: signal => due.runIfDue({ signal, now: Date.now() }),
  });
  await deps.scheduler.scheduleTask({
    id: 'ml-contract-waivers',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: signal => contracts.remind({ signal }),
  });
}
