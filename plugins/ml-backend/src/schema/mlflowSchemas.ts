import { JsonObject } from '@backstage/types';
import { mlflowStages } from '../mlflow/protocol/mlflowRequests';
import { mlflowLimits } from '../mlflow/protocol/mlflowTexts';
import { objectSchema, OpenApiSchemas, schemaRef } from './parts';

const text: JsonObject = { type: 'string' };
const milliseconds: JsonObject = {
  type: 'integer',
  description: 'Milliseconds since 1970 in UTC.',
};
const tags: JsonObject = {
  type: 'array',
  maxItems: mlflowLimits.tags,
  items: schemaRef('KeyValue'),
};

/** The messages of MLflow's model registry, as far as they are served. */
export const mlflowSchemas: OpenApiSchemas = {
  MlflowError: objectSchema(
    {
      error_code: { type: 'string', examples: ['RESOURCE_DOES_NOT_EXIST'] },
      message: text,
    },
    ['error_code', 'message'],
  ),
  MlflowNothing: objectSchema({}, []),
  MlflowModelVersion: objectSchema(
    {
      name: text,
      version: text,
      creation_timestamp: milliseconds,
      last_updated_timestamp: milliseconds,
      user_id: text,
      current_stage: { type: 'string', enum: [...mlflowStages] },
      description: text,
      source: text,
      run_id: text,
      run_link: text,
      model_id: text,
      status: { type: 'string', const: 'READY' },
      tags,
      aliases: { type: 'array', items: text },
    },
    [
      'name',
      'version',
      'creation_timestamp',
      'last_updated_timestamp',
      'current_stage',
      'source',
      'status',
      'tags',
      'aliases',
    ],
  ),
  MlflowRegisteredModel: objectSchema(
    {
      name: text,
      creation_timestamp: milliseconds,
      last_updated_timestamp: milliseconds,
      user_id: text,
      description: text,
      latest_versions: {
        type: 'array',
        items: schemaRef('MlflowModelVersion'),
      },
      tags,
      aliases: {
        type: 'array',
        items: objectSchema({ alias: text, version: text }, [
          'alias',
          'version',
        ]),
      },
    },
    [
      'name',
      'creation_timestamp',
      'last_updated_timestamp',
      'latest_versions',
      'tags',
      'aliases',
    ],
  ),
  MlflowOneModel: objectSchema(
    { registered_model: schemaRef('MlflowRegisteredModel') },
    ['registered_model'],
  ),
  MlflowModels: objectSchema(
    {
      registered_models: {
        type: 'array',
        items: schemaRef('MlflowRegisteredModel'),
      },
      next_page_token: text,
    },
    ['registered_models'],
  ),
  MlflowOneVersion: objectSchema(
    { model_version: schemaRef('MlflowModelVersion') },
    ['model_version'],
  ),
  MlflowVersions: objectSchema(
    {
      model_versions: {
        type: 'array',
        items: schemaRef('MlflowModelVersion'),
      },
      next_page_token: text,
    },
    ['model_versions'],
  ),
  PortalModelPage: objectSchema(
    {
      items: { type: 'array', items: schemaRef('PortalModel') },
      nextCursor: text,
    },
    ['items'],
  ),
  PortalModel: objectSchema(
    {
      name: text,
      kind: { type: 'string', enum: ['model', 'prompt'] },
      namespace: text,
      entityName: text,
      owner: text,
      description: text,
      tags,
    },
    ['name', 'kind', 'namespace', 'entityName', 'tags'],
  ),
  MlflowDownloadUri: objectSchema({ artifact_uri: text }, ['artifact_uri']),
};
