import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import { Knex } from 'knex';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { HistoryAccess } from '../../models/HistoryAccess';
import { ModelAccess } from '../../models/ModelAccess';
import { DatabaseOutbox } from '../../outbox/DatabaseOutbox';
import { SubjectStore } from '../../subjects/SubjectStore';
import { ContractChecker } from '../check/ContractChecker';
import { ConsumerReader } from '../consumers/ConsumerReader';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { AuthorizedWaiverService } from './AuthorizedWaiverService';
import { createWaiverRouter } from './createWaiverRouter';
import { StandingFindings } from './reminders/StandingFindings';
import { WaiverReminders } from './reminders/WaiverReminders';
import { WaiverReminderStore } from './reminders/WaiverReminderStore';
import { FindingsToWaive } from './FindingsToWaive';
import { WaiverService } from './WaiverService';
import { WaiverStore } from './WaiverStore';
import { WaiverViewer } from './WaiverViewer';

/** What asking for waivers and deciding about them needs. */
export interface WaiversDeps {
  access: ModelAccess;
  auditor: AuditorService;
  auth: AuthService;
  checker: ContractChecker;
  consumers: ConsumerReader;
  history: HistoryAccess;
  httpAuth: HttpAuthService;
  knex: Knex;
  ledger: DatabaseLedger;
  logger: LoggerService;
  outbox: DatabaseOutbox;
  store: DatabaseContractStore;
  subjects: SubjectStore;
  userInfo: UserInfoService;
  waivers: WaiverStore;
  /** Called after a commit that leaves a message in the outbox. */
  wake: () => void;
  now?: () => Date;
}

/** Consents of owners to findings of contracts: the routes to them, and who is reminded. */
export function createWaivers(deps: WaiversDeps): {
  router: express.Router;
  /** Tells whom it concerns of those that end or have ended. */
  remind: (options: { signal: AbortSignal }) => Promise<void>;
} {
  const reminders = WaiverReminderStore.create(deps);
  const router = createWaiverRouter({
    ...deps,
    waivers: new AuthorizedWaiverService({
      ...deps,
      findings: new FindingsToWaive({ ...deps, models: deps.access }),
      service: new WaiverService({ ...deps, reminders }),
      viewer: new WaiverViewer(deps),
    }),
  });
  const reminding = new WaiverReminders({
    ...deps,
    findings: new StandingFindings(deps),
    models: deps.access,
    reminders,
  });
  return { router, remind: options => reminding.run(options) };
}
