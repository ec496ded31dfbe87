import { parseRequest } from '../../router/parseRequest';
import { RegistryCaller } from '../access/RegistryCaller';
import { AliasOperations } from '../operations/AliasOperations';
import { ModelOperations } from '../operations/ModelOperations';
import { VersionOperations } from '../operations/VersionOperations';
import { VersionReads } from '../operations/VersionReads';
import { MlflowRequest, mlflowRequests } from './mlflowRequests';

/** What clients of the registry can do. */
export interface MlflowOperations {
  aliases: AliasOperations;
  models: ModelOperations;
  versionReads: VersionReads;
  versions: VersionOperations;
}

type Method = 'get' | 'post' | 'patch' | 'delete';

/** One route of the protocol. */
export interface MlflowRoute {
  method: Method;
  /** Below `/mlflow/api/2.0/mlflow`. */
  path: string;
  /** Changes something, and so needs more and goes to the auditor. */
  writes: boolean;
  /**
   * Reads what is asked for, and answers what is to be done. Throws InputError
   * that names what is wrong.
   */
  prepare: (
    input: unknown,
  ) => (
    operations: MlflowOperations,
    caller: RegistryCaller,
  ) => Promise<object | void>;
}

function route<K extends keyof typeof mlflowRequests>(
  method: Method,
  path: string,
  request: K,
  run: (
    operations: MlflowOperations,
    request: MlflowRequest<K>,
    caller: RegistryCaller,
  ) => Promise<object | void>,
  options: { writes: boolean } = { writes: method !== 'get' },
): MlflowRoute {
  return {
    method,
    path,
    ...options,
    prepare: input => {
      const schema: (typeof mlflowRequests)[K] = mlflowRequests[request];
      const read: MlflowRequest<K> = parseRequest(
        schema,
        input,
        method === 'get' ? 'query' : 'body',
      );
      return (operations, caller) => run(operations, read, caller);
    },
  };
}

const reads = { writes: false };
const models = '/registered-models';
const versions = '/model-versions';

/** The model registry of MLflow's REST API, as its clients call it. */
export const mlflowRoutes: readonly MlflowRoute[] = [
  route('post', `${models}/create`, 'createModel', (all, input, caller) =>
    all.models.create(input, caller),
  ),
  route('get', `${models}/get`, 'getModel', (all, input, caller) =>
    all.models.get(input, caller),
  ),
  route('get', `${models}/search`, 'searchModels', (all, input, caller) =>
    all.models.search(input, caller),
  ),
  route('patch', `${models}/update`, 'updateModel', (all, input, caller) =>
    all.models.update(input, caller),
  ),
  route('post', `${models}/rename`, 'renameModel', (all, input, caller) =>
    all.models.rename(input, caller),
  ),
  route('delete', `${models}/delete`, 'getModel', (all, input, caller) =>
    all.models.delete(input, caller),
  ),
  // Clients ask by POST, older ones by GET.
  route(
    'post',
    `${models}/get-latest-versions`,
    'latestVersions',
    (all, input, caller) => all.versionReads.latest(input, caller),
    reads,
  ),
  route(
    'get',
    `${models}/get-latest-versions`,
    'latestVersions',
    (all, input, caller) => all.versionReads.latest(input, caller),
  ),
  route('post', `${models}/set-tag`, 'setModelTag', (all, input, caller) =>
    all.models.setTag(input, caller),
  ),
  route(
    'delete',
    `${models}/delete-tag`,
    'deleteModelTag',
    (all, input, caller) => all.models.deleteTag(input, caller),
  ),
  route('get', `${models}/alias`, 'ofAlias', (all, input, caller) =>
    all.aliases.get(input, caller),
  ),
  route('post', `${models}/alias`, 'setAlias', (all, input, caller) =>
    all.aliases.set(input, caller),
  ),
  route('delete', `${models}/alias`, 'ofAlias', (all, input, caller) =>
    all.aliases.delete(input, caller),
  ),
  route('post', `${versions}/create`, 'createVersion', (all, input, caller) =>
    all.versions.create(input, caller),
  ),
  route('get', `${versions}/get`, 'ofVersion', (all, input, caller) =>
    all.versionReads.get(input, caller),
  ),
  route('get', `${versions}/search`, 'searchVersions', (all, input, caller) =>
    all.versionReads.search(input, caller),
  ),
  route(
    'get',
    `${versions}/get-download-uri`,
    'ofVersion',
    (all, input, caller) => all.versionReads.downloadUri(input, caller),
  ),
  route('patch', `${versions}/update`, 'updateVersion', (all, input, caller) =>
    all.versions.update(input, caller),
  ),
  route('delete', `${versions}/delete`, 'ofVersion', (all, input, caller) =>
    all.versions.delete(input, caller),
  ),
  route(
    'post',
    `${versions}/transition-stage`,
    'transitionStage',
    (all, input, caller) => all.versions.transitionStage(input, caller),
  ),
  route('post', `${versions}/set-tag`, 'setVersionTag', (all, input, caller) =>
    all.versions.setTag(input, caller),
  ),
  route(
    'delete',
    `${versions}/delete-tag`,
    'deleteVersionTag',
    (all, input, caller) => all.versions.deleteTag(input, caller),
  ),
];
