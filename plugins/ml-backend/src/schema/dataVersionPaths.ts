import { JsonObject } from '@backstage/types';
import { definitionLimits } from '../dataVersions/dataVersionRequests';
import { versionLimits } from '../registry/versionContent';
import { evidenceOperations } from './evidencePaths';
import {
  errorResponses,
  idempotencyKeyParameter,
  jsonBody,
  jsonResponse,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  pathParameter,
  schemaRef,
} from './parts';
import { versionListParameters } from './registryPaths';

const bounded = (maxLength: number, description?: string): JsonObject => ({
  type: 'string',
  minLength: 1,
  maxLength,
  ...(description ? { description } : {}),
});
const listOf = (items: JsonObject, maxItems: number): JsonObject => ({
  type: 'array',
  items,
  maxItems,
});
const digest = bounded(
  71,
  '`sha256:` and 64 hexadecimal digits in lower case.',
);
const count: JsonObject = { type: 'integer', minimum: 0 };
const anyTime: JsonObject = {
  type: 'string',
  format: 'date-time',
  description: 'ISO 8601 with a zone.',
};

const registrationProperties: Record<string, JsonObject> = {
  label: bounded(100, 'Unique among the versions of the entity.'),
  description: bounded(versionLimits.description),
  createdAt: anyTime,
  tags: listOf(schemaRef('KeyValue'), versionLimits.tags),
  params: listOf(schemaRef('KeyValue'), versionLimits.params),
  links: listOf(schemaRef('VersionLink'), versionLimits.links),
};

/** The routes of the versions of feature views and datasets. */
export const dataVersionPaths: OpenApiPaths = {
  ...versionPaths('feature-views', {
    kind: 'FeatureView',
    name: 'a feature view',
    registers:
      'A version is a definition; its digest is worked out here. What the catalog declares becomes a version by itself.',
  }),
  ...versionPaths('datasets', {
    kind: 'Dataset',
    name: 'a dataset',
    registers: 'A version is a snapshot: the data as they were at a time.',
  }),
};

/** The shapes of versions of feature views and datasets. */
export const dataVersionSchemas: OpenApiSchemas = {
  FeatureViewDefinition: objectSchema(
    {
      fields: {
        ...listOf(
          objectSchema(
            { name: bounded(250), type: bounded(250), unit: bounded(250) },
            ['name'],
          ),
          definitionLimits.fields,
        ),
        minItems: 1,
      },
      entities: listOf(
        objectSchema({ name: bounded(250), type: bounded(250) }, ['name']),
        definitionLimits.entities,
      ),
      ttl: bounded(64, 'ISO 8601 duration.'),
      sources: listOf(bounded(250), definitionLimits.sources),
      transformation: digest,
    },
    ['fields', 'entities', 'sources'],
  ),
  DatasetSnapshot: objectSchema(
    {
      rows: count,
      bytes: count,
      asOf: {
        type: 'string',
        description: 'Up to when it holds what happened, ISO 8601 in UTC.',
      },
    },
    [],
  ),
  FeatureViewVersionRegistration: objectSchema(
    {
      ...registrationProperties,
      definition: schemaRef('FeatureViewDefinition'),
      digest: {
        ...digest,
        description:
          'What the sender worked out. Refused with 400 when it is not the digest of the definition.',
      },
    },
    ['label', 'definition'],
  ),
  DatasetVersionRegistration: objectSchema(
    {
      ...registrationProperties,
      digest,
      rows: count,
      bytes: count,
      uri: bounded(2000, 'Where the data are.'),
      asOf: anyTime,
    },
    ['label', 'digest'],
  ),
};

function versionPaths(
  collection: string,
  of: { kind: 'FeatureView' | 'Dataset'; name: string; registers: string },
): OpenApiPaths {
  const entityParameters = ['namespace', 'name'].map(part =>
    pathParameter(part, `The ${part} of the ${of.kind} entity.`, {
      type: 'string',
      minLength: 1,
      maxLength: 63,
    }),
  );
  return {
    [`/${collection}/{namespace}/{name}/versions`]: {
      get: {
        operationId: `List${of.kind}Versions`,
        tags: ['versions'],
        summary: `Lists the versions of ${of.name}, newest first`,
        parameters: [...entityParameters, ...versionListParameters],
        responses: {
          200: jsonResponse('A page of versions.', 'ModelVersionPage'),
          ...errorResponses(400, 404),
        },
      },
      post: {
        operationId: `Register${of.kind}Version`,
        tags: ['versions'],
        summary: `Registers a version of ${of.name}`,
        description: `${of.registers} For services that have the permission \`ml.version.register\`, and for owners of the entity. Answers 409 when the label is taken: nothing is overwritten.`,
        parameters: [...entityParameters, idempotencyKeyParameter],
        requestBody: jsonBody('The version.', `${of.kind}VersionRegistration`),
        responses: {
          201: jsonResponse('The version as it was stored.', 'ModelVersion'),
          ...errorResponses(400, 403, 404, 409, 413, 422, 503),
        },
      },
    },
    [`/${collection}/{namespace}/{name}/versions/{version}`]: {
      get: {
        operationId: `Get${of.kind}Version`,
        tags: ['versions'],
        summary: `Reads one version of ${of.name} in full`,
        parameters: [
          ...entityParameters,
          pathParameter('version', 'A label or the id of the version.'),
        ],
        responses: {
          200: jsonResponse('The version.', 'ModelVersion'),
          ...errorResponses(400, 404),
        },
      },
      delete: {
        operationId: `Delete${of.kind}Version`,
        tags: ['versions'],
        summary: `Takes back the registration of a version of ${of.name}`,
        description:
          'Nothing is lost: the version stays readable with a `tombstone` and its label stays taken. For those who may register versions. Answers 409 for versions that follow from what the catalog declares.',
        parameters: [
          ...entityParameters,
          pathParameter('version', 'The label or the id of the version.'),
        ],
        requestBody: jsonBody('Why.', 'VersionDeletion'),
        responses: {
          200: jsonResponse('The version with its tombstone.', 'ModelVersion'),
          ...errorResponses(400, 403, 404, 409, 413),
        },
      },
    },
    [`/${collection}/{namespace}/{name}/versions/{version}/evidence`]:
      evidenceOperations(of.kind, entityParameters),
  };
}
