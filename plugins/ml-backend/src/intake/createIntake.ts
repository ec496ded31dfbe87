import {
  AuditorService,
  AuthService,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import express from 'express';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { ModelAccess } from '../models/ModelAccess';
import { ModelIndex } from '../models/ModelIndex';
import { ModelIndexRefresh } from '../models/ModelIndexRefresh';
import { DatabaseOutbox } from '../outbox/DatabaseOutbox';
import { VersionSources } from '../registry/sync/VersionSources';
import { SubjectStore } from '../subjects/SubjectStore';
import { createIntakeRouter } from './createIntakeRouter';
import { DecisionWriter } from './decisions/DecisionWriter';
import { IntakeDecisionService } from './decisions/IntakeDecisionService';
import { IntakeDecisionStore } from './decisions/IntakeDecisionStore';
import { KeptDecisionService } from './decisions/KeptDecisionService';
import { IntakeDraftService } from './drafts/IntakeDraftService';
import { IntakeCallers } from './IntakeCallers';
import { IntakeListService } from './IntakeListService';
import { IntakeRecordStore } from './records/IntakeRecordStore';
import { VisibleRecords } from './records/VisibleRecords';
import { SuggestionReader } from './suggestions/SuggestionReader';

/** What the feature needs of the plugin. */
export interface IntakeDeps {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  index: ModelIndex;
  knex: Knex;
  models: ModelAccess;
  permissions: PermissionsService;
  refresh: ModelIndexRefresh;
  sources: VersionSources;
  subjects: SubjectStore;
  userInfo: UserInfoService;
  /** Called after a commit that leaves a message in the outbox. */
  wake: () => void;
  now?: () => Date;
}

/** The intake: records of registries, and what people decide about them. */
export function createIntake(deps: IntakeDeps) {
  const callers = new IntakeCallers(deps);
  const records = IntakeRecordStore.create(deps);
  const decisions = IntakeDecisionStore.create(deps);
  const visible = new VisibleRecords({ ...deps, decisions, records });
  const suggestions = new SuggestionReader({ ...deps, visible });
  const writer = new DecisionWriter({
    ...deps,
    decisions,
    records,
    ledger: DatabaseLedger.create(deps),
    outbox: DatabaseOutbox.create(deps),
  });
  const services = {
    decisions: new IntakeDecisionService({
      ...deps,
      callers,
      visible,
      writer,
    }),
    kept: new KeptDecisionService({ ...deps, decisions }),
    drafts: new IntakeDraftService({ callers, suggestions, visible }),
    list: new IntakeListService({
      ...deps,
      callers,
      records,
      suggestions,
      visible,
    }),
  };
  const router: express.Router = createIntakeRouter({ ...deps, ...services });
  return { ...services, router };
}
