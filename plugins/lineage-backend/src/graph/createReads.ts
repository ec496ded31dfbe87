import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import express from 'express';
import { Knex } from 'knex';
import { AcceleratedStore } from '../accelerator/AcceleratedStore';
import { GraphMemory } from '../accelerator/GraphMemory';
import { readMemoryBound } from '../accelerator/readMemoryBound';
import { LineageAccess } from '../access/LineageAccess';
import { GraphAnswers } from '../answers/GraphAnswers';
import { StoredGraphVersion } from '../answers/GraphVersion';
import { KnownNodeStore } from '../answers/KnownNodeStore';
import { AsOfStore } from '../asOf/AsOfStore';
import { ColumnReader } from '../columns/ColumnReader';
import { ColumnStore } from '../columns/ColumnStore';
import { createColumnRouter } from '../columns/createColumnRouter';
import { createOperationRouter } from '../deadLetters/createOperationRouter';
import { OperationService } from '../deadLetters/OperationService';
import { createFindingsRouter } from '../findings/createFindingsRouter';
import { FindingsReader } from '../findings/FindingsReader';
import { createImpactRouter } from '../impact/createImpactRouter';
import { ImpactNotifier } from '../impact/ImpactNotifier';
import { ImpactService } from '../impact/ImpactService';
import { NoticeStore } from '../impact/NoticeStore';
import { Ingestion } from '../ingestion/createIngestion';
import { createSchemaRouter } from '../observedSchemas/createSchemaRouter';
import { SchemaReader } from '../observedSchemas/SchemaReader';
import { SchemaStore } from '../observedSchemas/SchemaStore';
import { createNeighbourhoodRouter } from '../neighbourhoods/createNeighbourhoodRouter';
import { NeighbourhoodReader } from '../neighbourhoods/NeighbourhoodReader';
import { createOverviewRouter } from '../overview/createOverviewRouter';
import { OverviewReader } from '../overview/OverviewReader';
import { createPathRouter } from '../paths/createPathRouter';
import { PathReader } from '../paths/PathReader';
import { RunReader } from '../runs/RunReader';
import { createUnmappedRouter } from '../unmapped/createUnmappedRouter';
import { readDatasetKind } from '../unmapped/drafts/readDatasetKind';
import { UnmappedService } from '../unmapped/UnmappedService';
import { UnmappedStore } from '../unmapped/UnmappedStore';
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
  config: RootConfigService;
  httpAuth: HttpAuthService;
  ingestion: Pick<
    Ingestion,
    'deadLetters' | 'edgeWindowMs' | 'readStatus' | 'rules'
  >;
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
  /** To be started and stopped with the backend. */
  memory: GraphMemory;
}

/** Wires reading. */
export function createReads(deps: ReadsDeps): Reads {
  const { config, knex, now = () => new Date() } = deps;
  const { defaultEnvironment } = deps.ingestion.rules;
  const access = new LineageAccess(deps);
  const memory = new GraphMemory({
    knex,
    logger: deps.logger,
    maxBytes: readMemoryBound(config),
  });
  const database = new DatabaseGraphStore({ knex });
  const store = new AcceleratedStore({ memory, store: database });
  const storeAt = (at: string) =>
    new AsOfStore({
      at,
      knex,
      now: store,
      windowMs: deps.ingestion.edgeWindowMs,
    });
  const version = new StoredGraphVersion({ knex });
  const reader = new DefaultLineageReader({
    defaultEnvironment,
    store: new AcceleratedStore({
      memory,
      store: new KnownNodeStore({ store: database, version }),
    }),
    storeAt,
  });
  const lineage = new AuthorizedLineageReader({ access, reader });
  const answers = new GraphAnswers({
    access,
    reader,
    version,
  });
  const impact = new ImpactService({ lineage });
  const runs = new RunReader({
    knex,
    nodes: new NodeLookup({ knex }),
    rules: deps.ingestion.rules,
    store,
  });
  const details = new NodeDetailReader({ knex, runs, store });
  const notices = new NoticeStore({ knex });
  const notifier = new ImpactNotifier({
    ...deps,
    access,
    impact,
    notices,
    now,
  });
  const columns = new ColumnReader({
    columns: new ColumnStore({ knex }),
    store,
  });
  const neighbourhoods = new NeighbourhoodReader({
    access,
    columns,
    impact,
    lineage,
  });
  const overview = new OverviewReader({ defaultEnvironment, store, storeAt });
  const paths = new PathReader({ defaultEnvironment, store, storeAt });
  const findings = new FindingsReader({ knex, store });
  const schemas = new SchemaReader({
    defaultEnvironment,
    schemas: new SchemaStore({ knex }),
    store,
  });
  const unmapped = new UnmappedService({
    access,
    datasetKind: readDatasetKind(config),
    store: new UnmappedStore({ defaultEnvironment, knex }),
  });
  const operation = new OperationService({ ...deps, access });
  return {
    routers: [
      createGraphRouter({ ...deps, access, answers, details, runs }),
      createImpactRouter({ ...deps, impact, notifier }),
      createColumnRouter({ ...deps, access, columns }),
      createNeighbourhoodRouter({ ...deps, neighbourhoods }),
      createOverviewRouter({ ...deps, access, overview }),
      createPathRouter({ ...deps, access, paths }),
      createFindingsRouter({ ...deps, access, findings }),
      createSchemaRouter({ ...deps, access, schemas }),
      createUnmappedRouter({ ...deps, unmapped }),
      createOperationRouter({ ...deps, operation }),
    ],
    lineage,
    impact,
    memory,
  };
}
