import {
  AuditorService,
  AuthService,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import { Knex } from 'knex';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { HistoryAccess } from '../../models/HistoryAccess';
import { ModelAccess } from '../../models/ModelAccess';
import { DatabaseOutbox } from '../../outbox/DatabaseOutbox';
import { SubjectStore } from '../../subjects/SubjectStore';
import { ConsumerReader } from '../consumers/ConsumerReader';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { AuthorizedWaiverService } from './AuthorizedWaiverService';
import { createWaiverRouter } from './createWaiverRouter';
import { FindingsToWaive } from './FindingsToWaive';
import { WaiverService } from './WaiverService';
import { WaiverStore } from './WaiverStore';
import { WaiverViewer } from './WaiverViewer';

/** What asking for waivers and deciding about them needs. */
export interface WaiversDeps {
  access: ModelAccess;
  auditor: AuditorService;
  auth: AuthService;
  consumers: ConsumerReader;
  history: HistoryAccess;
  httpAuth: HttpAuthService;
  knex: Knex;
  ledger: DatabaseLedger;
  outbox: DatabaseOutbox;
  store: DatabaseContractStore;
  subjects: SubjectStore;
  userInfo: UserInfoService;
  waivers: WaiverStore;
  /** Called after a commit that leaves a message in the outbox. */
  wake: () => void;
  now?: () => Date;
}

/** Consents of owners to findings of contracts, and the routes to them. */
export function createWaivers(deps: WaiversDeps): express.Router {
  return createWaiverRouter({
    ...deps,
    waivers: new AuthorizedWaiverService({
      ...deps,
      findings: new FindingsToWaive({ ...deps, models: deps.access }),
      service: new WaiverService(deps),
      viewer: new WaiverViewer(deps),
    }),
  });
}
