import { JsonObject } from '@backstage/types';
import { mlflowStages } from '../mlflow/protocol/mlflowRequests';
import { mlflowLimits } from '../mlflow/protocol/mlflowTexts';
import {
  errorResponses,
  jsonResponse,
  OpenApiPaths,
  queryParameter,
  repeatedQueryParameter,
  schemaRef,
} from './parts';

const text = (maxLength: number): JsonObject => ({ type: 'string', maxLength });
const stage: JsonObject = { type: 'string', enum: [...mlflowStages] };

/** The fields of all requests, which mean the same wherever they are. */
const fields: Record<string, JsonObject> = {
  alias: text(mlflowLimits.alias),
  archive_existing_versions: { type: 'boolean' },
  description: text(mlflowLimits.description),
  filter: text(mlflowLimits.filter),
  key: text(mlflowLimits.tagKey),
  max_results: {
    type: 'integer',
    minimum: 1,
    maximum: mlflowLimits.versionsPerPage,
    default: 100,
  },
  model_id: text(250),
  name: text(mlflowLimits.name),
  new_name: text(mlflowLimits.name),
  order_by: {
    type: 'array',
    items: text(100),
    maxItems: mlflowLimits.orderBy,
  },
  page_token: text(2000),
  run_id: text(250),
  run_link: text(mlflowLimits.source),
  source: text(mlflowLimits.source),
  stage,
  stages: { type: 'array', items: stage, maxItems: 10 },
  tags: {
    type: 'array',
    items: schemaRef('KeyValue'),
    maxItems: mlflowLimits.tags,
  },
  value: text(mlflowLimits.tagValue),
  version: { type: 'string', pattern: '^[1-9][0-9]{0,8}$' },
};

const failures: Record<number, string> = {
  400: 'A field is not as it should be, or the name is taken; the message names field and value. Or the server that is the home of the model refuses: code and message are its own.',
  401: 'The caller has not said who they are, or the token is not valid.',
  403: 'The caller may not do this. For a protected alias or stage the message names the promotion to ask for.',
  404: 'There is no such thing, or the caller may not see it.',
  409: 'The name may mean several models, or the registry server that is the home of the model is not changed in this way.',
  500: 'The portal failed.',
  503: 'Something this depends on does not answer now; ask again.',
};

interface Operation {
  operationId: string;
  summary: string;
  /** Names of fields; an exclamation mark after those that are needed. */
  takes: string;
  answers: string;
}

function operation(method: string, what: Operation): JsonObject {
  const taken = what.takes.split(' ').map(word => ({
    name: word.replace('!', ''),
    required: word.endsWith('!'),
  }));
  return {
    operationId: what.operationId,
    tags: ['mlflow'],
    summary: what.summary,
    ...(method === 'get'
      ? {
          parameters: taken.map(({ name, required }) =>
            inQuery(name, required),
          ),
        }
      : {
          requestBody: {
            description: "As MLflow's client sends it.",
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: Object.fromEntries(
                    taken.map(({ name }) => [name, fields[name]]),
                  ),
                  required: taken
                    .filter(({ required }) => required)
                    .map(({ name }) => name),
                },
              },
            },
          },
        }),
    responses: {
      200: jsonResponse('It is done.', what.answers),
      ...Object.fromEntries(
        Object.entries(failures).map(([status, description]) => [
          status,
          jsonResponse(description, 'MlflowError'),
        ]),
      ),
    },
  };
}

function inQuery(name: string, required: boolean): JsonObject {
  const schema = fields[name];
  return {
    ...(schema.type === 'array'
      ? repeatedQueryParameter(name, 'As in MLflow.', {
          items: schema.items as JsonObject,
          maxItems: Number(schema.maxItems),
        })
      : queryParameter(name, 'As in MLflow.', schema)),
    required,
  };
}

const latestVersions = {
  summary: 'Answers the newest version of each stage',
  takes: 'name! stages',
  answers: 'MlflowVersions',
};

const operations: Record<string, Record<string, Operation>> = {
  'registered-models/create': {
    post: {
      operationId: 'MlflowCreateRegisteredModel',
      summary: 'Registers a model',
      takes: 'name! description tags',
      answers: 'MlflowOneModel',
    },
  },
  'registered-models/get': {
    get: {
      operationId: 'MlflowGetRegisteredModel',
      summary: 'Answers a registered model',
      takes: 'name!',
      answers: 'MlflowOneModel',
    },
  },
  'registered-models/search': {
    get: {
      operationId: 'MlflowSearchRegisteredModels',
      summary: 'Searches registered models by a filter of MLflow',
      takes: 'filter max_results order_by page_token',
      answers: 'MlflowModels',
    },
  },
  'registered-models/update': {
    patch: {
      operationId: 'MlflowUpdateRegisteredModel',
      summary: 'Describes a registered model',
      takes: 'name! description',
      answers: 'MlflowOneModel',
    },
  },
  'registered-models/rename': {
    post: {
      operationId: 'MlflowRenameRegisteredModel',
      summary: 'Renames the record; its Model keeps its ref',
      takes: 'name! new_name!',
      answers: 'MlflowOneModel',
    },
  },
  'registered-models/delete': {
    delete: {
      operationId: 'MlflowDeleteRegisteredModel',
      summary: 'Marks a registered model and its versions as gone',
      takes: 'name!',
      answers: 'MlflowNothing',
    },
  },
  'registered-models/get-latest-versions': {
    get: { operationId: 'MlflowGetLatestVersions', ...latestVersions },
    post: { operationId: 'MlflowPostLatestVersions', ...latestVersions },
  },
  'registered-models/set-tag': {
    post: {
      operationId: 'MlflowSetRegisteredModelTag',
      summary: 'Sets a tag of a registered model',
      takes: 'name! key! value',
      answers: 'MlflowNothing',
    },
  },
  'registered-models/delete-tag': {
    delete: {
      operationId: 'MlflowDeleteRegisteredModelTag',
      summary: 'Removes a tag of a registered model',
      takes: 'name! key!',
      answers: 'MlflowNothing',
    },
  },
  'registered-models/alias': {
    get: {
      operationId: 'MlflowGetModelVersionByAlias',
      summary: 'Answers the version an alias points at',
      takes: 'name! alias!',
      answers: 'MlflowOneVersion',
    },
    post: {
      operationId: 'MlflowSetRegisteredModelAlias',
      summary: 'Points an alias at a version, unless a policy protects it',
      takes: 'name! alias! version!',
      answers: 'MlflowNothing',
    },
    delete: {
      operationId: 'MlflowDeleteRegisteredModelAlias',
      summary: 'Removes an alias, unless a policy protects it',
      takes: 'name! alias!',
      answers: 'MlflowNothing',
    },
  },
  'model-versions/create': {
    post: {
      operationId: 'MlflowCreateModelVersion',
      summary: 'Registers a version, or answers the one just registered',
      takes: 'name! source! run_id run_link model_id description tags',
      answers: 'MlflowOneVersion',
    },
  },
  'model-versions/get': {
    get: {
      operationId: 'MlflowGetModelVersion',
      summary: 'Answers a version',
      takes: 'name! version!',
      answers: 'MlflowOneVersion',
    },
  },
  'model-versions/search': {
    get: {
      operationId: 'MlflowSearchModelVersions',
      summary: 'Searches versions by a filter of MLflow',
      takes: 'filter max_results order_by page_token',
      answers: 'MlflowVersions',
    },
  },
  'model-versions/get-download-uri': {
    get: {
      operationId: 'MlflowGetModelVersionDownloadUri',
      summary: 'Says where the artifact of a version is',
      takes: 'name! version!',
      answers: 'MlflowDownloadUri',
    },
  },
  'model-versions/update': {
    patch: {
      operationId: 'MlflowUpdateModelVersion',
      summary: 'Describes a version',
      takes: 'name! version! description',
      answers: 'MlflowOneVersion',
    },
  },
  'model-versions/delete': {
    delete: {
      operationId: 'MlflowDeleteModelVersion',
      summary: 'Takes a version back, unless something relies on it',
      takes: 'name! version!',
      answers: 'MlflowNothing',
    },
  },
  'model-versions/transition-stage': {
    post: {
      operationId: 'MlflowTransitionModelVersionStage',
      summary: 'Sets the stage of a version, unless a policy protects it',
      takes: 'name! version! stage! archive_existing_versions',
      answers: 'MlflowOneVersion',
    },
  },
  'model-versions/set-tag': {
    post: {
      operationId: 'MlflowSetModelVersionTag',
      summary: 'Sets a tag of a version',
      takes: 'name! version! key! value',
      answers: 'MlflowNothing',
    },
  },
  'model-versions/delete-tag': {
    delete: {
      operationId: 'MlflowDeleteModelVersionTag',
      summary: 'Removes a tag of a version',
      takes: 'name! version! key!',
      answers: 'MlflowNothing',
    },
  },
};

const portalModels: OpenApiPaths = {
  '/portal-models': {
    get: {
      operationId: 'ListPortalModels',
      tags: ['mlflow'],
      summary: 'Reads the models that the portal keeps and nobody describes',
      description:
        'For the catalog: services only, with the permission `ml.intake.read`. A page holds 500.',
      parameters: [
        queryParameter('cursor', '`nextCursor` of the page before.', {
          type: 'string',
          minLength: 1,
          maxLength: 26,
        }),
      ],
      responses: {
        200: jsonResponse('A page of models.', 'PortalModelPage'),
        ...errorResponses(400, 403),
      },
    },
  },
};

/** The routes of the registry as MLflow's clients call it. */
export const mlflowPaths: OpenApiPaths = {
  ...portalModels,
  ...Object.fromEntries(
    Object.entries(operations).map(([path, methods]) => [
      `/mlflow/api/2.0/mlflow/${path}`,
      Object.fromEntries(
        Object.entries(methods).map(([method, what]) => [
          method,
          operation(method, what),
        ]),
      ),
    ]),
  ),
};
