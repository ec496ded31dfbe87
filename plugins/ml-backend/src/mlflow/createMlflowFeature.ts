import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { ML_PORTAL_MODELS_TOPIC } from '@understudy/plugin-ml-node';
import express from 'express';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { ModelIndex } from '../models/ModelIndex';
import { DatabaseOutbox } from '../outbox/DatabaseOutbox';
import { PolicyService } from '../policy/PolicyService';
import { GroupMembers } from '../promotion/GroupMembers';
import { RollbackService } from '../promotion/RollbackService';
import { MetricDictionary } from '../registry/MetricDictionary';
import { VersionSources } from '../registry/sync/VersionSources';
import { SubjectStore } from '../subjects/SubjectStore';
import { RegistryTokenService } from '../tokens/RegistryTokenService';
import { CallerDeps } from './access/CredentialedCaller';
import { findModelsByName } from './access/findModelsByName';
import { ModelResolver } from './access/ModelResolver';
import { RegistryCallers } from './access/RegistryCallers';
import { createServedChanges } from './homes/createServedChanges';
import { LeftChanges } from './homes/LeftChanges';
import { ServedModels } from './homes/ServedModels';
import { ServedRecords } from './homes/ServedRecords';
import { ServedRegistration } from './homes/ServedRegistration';
import { ServedVersions } from './homes/ServedVersions';
import { ToldVersions } from './homes/ToldVersions';
import { createMlflowRouter } from './createMlflowRouter';
import { createPortalModelRouter } from './createPortalModelRouter';
import { AliasOperations } from './operations/AliasOperations';
import { EntityNames } from './operations/EntityNames';
import { ModelOperations } from './operations/ModelOperations';
import { OwnModels } from './operations/OwnModels';
import { ProtectedMoves } from './operations/ProtectedMoves';
import { VersionOperations } from './operations/VersionOperations';
import { VersionReads } from './operations/VersionReads';
import { VersionViewer } from './operations/VersionViewer';
import { PortalModelService } from './PortalModelService';
import { mlflowLimits } from './protocol/mlflowTexts';
import { ModelReader } from './records/ModelReader';
import { ModelTagger } from './records/ModelTagger';
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
  events: EventsService;
  httpAuth: HttpAuthService;
  index: ModelIndex;
  knex: Knex;
  logger: LoggerService;
  members: GroupMembers;
  policies: PolicyService;
  rollbacks: RollbackService;
  sources: VersionSources;
  subjects: SubjectStore;
  tokens: RegistryTokenService;
  /** Called after a commit that leaves work for the outbox. */
  wake: () => void;
  now?: () => Date;
}

/** The registry that the portal keeps itself, for clients of MLflow. */
export function createMlflowFeature(deps: MlflowFeatureDeps): {
  /** Speaks MLflow's protocol; it tells callers apart by itself. */
  router: express.Router;
  /** Speaks that of the plugin. */
  portalModelRouter: express.Router;
  /** What servers were asked for, and nobody has heard the end of. */
  left: LeftChanges;
} {
  const { config, knex, now = () => new Date() } = deps;
  const ledger = DatabaseLedger.create({ knex, now });
  const models = new ModelReader(knex);
  const versions = new VersionReader(knex);
  const stores = { knex, ledger, now };
  const onChange = () => announce(deps);
  const writer = new ModelWriter({ ...stores, reader: models, onChange });
  const resolver = new ModelResolver({ ...deps, reader: models });
  const dictionary = MetricDictionary.fromConfig(config);
  const served = new ServedModels({ resolver, sources: deps.sources });
  const told = new ToldVersions({ dictionary, reader: versions });
  const { changes, left } = createServedChanges({
    ...deps,
    ...stores,
    models,
    told,
  });
  const servedRecords = new ServedRecords({ changes, knex, now });
  const servedVersions = new ServedVersions({ changes, knex, told });
  const registration = new ServedRegistration({ changes, told });
  const viewer = new VersionViewer(versions);
  const search = new RegistrySearch(knex);
  const reads = new VersionReads({
    reader: versions,
    resolver,
    search,
    viewer,
  });
  const own = new OwnModels({
    names: new EntityNames({ ...deps, reader: models }),
    findByName: async name =>
      await findModelsByName(
        deps.catalog,
        name,
        await deps.auth.getOwnServiceCredentials(),
      ),
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
    left,
    portalModelRouter: createPortalModelRouter({
      ...deps,
      portalModels: new PortalModelService({ ...deps, reader: models }),
    }),
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
          served,
          servedRecords,
          viewer,
        }),
        models: new ModelOperations({
          own,
          moves,
          reader: models,
          resolver,
          search,
          served,
          servedRecords,
          tagger: new ModelTagger({
            ...stores,
            limit: mlflowLimits.tags,
            onChange,
          }),
          viewer,
          writer,
        }),
        versionReads: reads,
        versions: new VersionOperations({
          editor: new VersionEditor({ ...stores, reader: versions }),
          moves,
          own,
          reads,
          registration,
          served,
          servedVersions,
          viewer,
          writer: new VersionWriter({
            ...stores,
            dictionary,
            outbox: DatabaseOutbox.create({ knex, now }),
            wake: deps.wake,
            reader: versions,
          }),
        }),
      },
    }),
  };
}

/**
 * Has the catalog look at once. It looks by itself too, so that nothing is
 * lost with an event that is.
 */
async function announce({
  events,
  logger,
}: Pick<MlflowFeatureDeps, 'events' | 'logger'>): Promise<void> {
  try {
    await events.publish({ topic: ML_PORTAL_MODELS_TOPIC, eventPayload: {} });
  } catch (error) {
    logger.warn(
      `The catalog could not be told of a change of the portal's models; it looks by itself: ${stringifyError(error)}`,
    );
  }
}
