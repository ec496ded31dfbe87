import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import express from 'express';
import { Knex } from 'knex';
import { LineageAccess } from '../access/LineageAccess';
import { createOperationRouter } from '../deadLetters/createOperationRouter';
import { OperationService } from '../deadLetters/OperationService';
import { createImpactRouter } from '../impact/createImpactRouter';
import { ImpactNotifier } from '../impact/ImpactNotifier';
import { ImpactService } from '../impact/ImpactService';
import { NoticeStore } from '../impact/NoticeStore';
import { Ingestion } from '../ingestion/createIngestion';
import { RunReader } from '../runs/RunReader';
import { AuthorizedLineageReader } from './AuthorizedLineageReader';
import { createGraphRouter } from './createGraphRouter';
import { DatabaseGraphStore } from './DatabaseGraphStore';
import { DefaultLineageReader } from './DefaultLineageReader';
import { NodeDetailReader } from './NodeDetailReader';
import { NodeLookup } from './NodeLookup';

/** What reading needs of the plugin. */
export interface ReadsDeps {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  ingestion: Pick<Ingestion, 'deadLetters' | 'readStatus'>;
  /** With all migrations applied. */
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  now?: () => Date;
}

/** Everything that reads lineage. */
export interface Reads {
  routers: express.Router[];
  lineage: AuthorizedLineageReader;
  impact: ImpactService;
}

/** Wires reading. */
export function createReads(deps: ReadsDeps): Reads {
  const { knex, now = () => new Date() } = deps;
  const access = new LineageAccess(deps);
  const store = new DatabaseGraphStore({ knex });
  const lineage = new AuthorizedLineageReader({
    access,
    reader: new DefaultLineageReader({ store }),
  });
  const impact = new ImpactService({ lineage });
  const runs = new RunReader({ knex, nodes: new NodeLookup({ knex }), store });
  const details = new NodeDetailReader({ knex, runs, store });
  const notices = new NoticeStore({ knex });
  const notifier = new ImpactNotifier({
    ...deps,
    access,
    impact,
    notices,
    now,
  });
  const operation = new OperationService({ ...deps, access });
  return {
    routers: [
      createGraphRouter({ ...deps, access, details, lineage, runs }),
      createImpactRouter({ ...deps, impact, notifier }),
      createOperationRouter({ ...deps, operation }),
    ],
    lineage,
    impact,
  };
}
