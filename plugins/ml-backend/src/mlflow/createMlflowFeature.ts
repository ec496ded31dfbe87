import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import express from 'express';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { PolicyService } from '../policy/PolicyService';
import { RollbackService } from '../promotion/RollbackService';
import { MetricDictionary } from '../registry/MetricDictionary';
import { VersionSources } from '../registry/sync/VersionSources';
import { SubjectStore } from '../subjects/SubjectStore';
import { CallerDeps } from './access/CredentialedCaller';
import { ModelResolver } from './access/ModelResolver';
import { RegistryCallers } from './access/RegistryCallers';
import { createMlflowRouter } from './createMlflowRouter';
import { AliasOperations } from './operations/AliasOperations';
import { ModelOperations } from './operations/ModelOperations';
import { OwnModels } from './operations/OwnModels';
import { ProtectedMoves } from './operations/ProtectedMoves';
import { VersionOperations } from './operations/VersionOperations';
import { VersionViewer } from './operations/VersionViewer';
import { ModelReader } from './records/ModelReader';
import { ModelWriter } from './records/ModelWriter';
import { PortalAliases } from './records/PortalAliases';
import { VersionEditor } from './records/VersionEditor';
import { VersionReader } from './records/VersionReader';
import { VersionWriter } from './records/VersionWriter';
import { RegistrySearch } from './search/RegistrySearch';

/** What the feature needs of the plugin. */
export interface MlflowFeatureDeps extends CallerDeps {
  auditor: AuditorService;
  config: Config;
  httpAuth: HttpAuthService;
  knex: Knex;
  logger: LoggerService;
  policies: PolicyService;
  rollbacks: RollbackService;
  sources: VersionSources;
  subjects: SubjectStore;
  now?: () => Date;
}

/** The registry that the portal keeps itself, for clients of MLflow. */
export function createMlflowFeature(deps: MlflowFeatureDeps): {
  router: express.Router;
} {
  const { access, config, knex, now = () => new Date() } = deps;
  const ledger = DatabaseLedger.create({ knex, now });
  const models = new ModelReader(knex);
  const versions = new VersionReader(knex);
  const stores = { knex, ledger, now };
  const writer = new ModelWriter({ ...stores, reader: models });
  const resolver = new ModelResolver({ access, reader: models });
  const viewer = new VersionViewer(versions);
  const search = new RegistrySearch(knex);
  const own = new OwnModels({
    access,
    reader: models,
    resolver,
    serverUrl: server => deps.sources.find(server)?.uiUrl,
    subjects: deps.subjects,
    writer,
  });
  const moves = new ProtectedMoves({
    ...deps,
    appUrl: config.getOptionalString('app.baseUrl') ?? '',
    reader: versions,
  });
  return {
    router: createMlflowRouter({
      ...deps,
      callers: new RegistryCallers(deps),
      operations: {
        aliases: new AliasOperations({
          aliases: new PortalAliases({ ...stores, versions }),
          moves,
          own,
          reader: versions,
          resolver,
          viewer,
        }),
        models: new ModelOperations({
          own,
          moves,
          reader: models,
          resolver,
          search,
          viewer,
          writer,
        }),
        versions: new VersionOperations({
          editor: new VersionEditor({ ...stores, reader: versions }),
          moves,
          own,
          reader: versions,
          resolver,
          search,
          viewer,
          writer: new VersionWriter({
            ...stores,
            dictionary: MetricDictionary.fromConfig(config),
            reader: versions,
          }),
        }),
      },
    }),
  };
}
