import {
  errorResponses,
  jsonBody,
  jsonResponse,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  pathParameter,
  schemaRef,
} from './parts';
import { JsonObject } from '@backstage/types';
import { tokenLimits } from '../tokens/createTokenRouter';

const time: JsonObject = { type: 'string', format: 'date-time' };
const scopes: JsonObject = {
  type: 'array',
  items: { type: 'string', enum: ['read', 'register'] },
  minItems: 1,
  maxItems: 2,
};
const token = {
  id: { type: 'string' },
  name: { type: 'string', minLength: 1, maxLength: tokenLimits.name },
  scopes,
  createdAt: time,
  expiresAt: time,
  lastUsedAt: { ...time, description: 'To the hour.' },
  revokedAt: time,
};
const required = ['id', 'name', 'scopes', 'createdAt', 'expiresAt'];

/** What the routes of registry tokens take and answer. */
export const tokenSchemas: OpenApiSchemas = {
  RegistryToken: objectSchema(token, required),
  RegistryTokens: objectSchema(
    { items: { type: 'array', items: schemaRef('RegistryToken') } },
    ['items'],
  ),
  RegistryTokenRequest: objectSchema(
    {
      name: token.name,
      days: {
        type: 'integer',
        minimum: 1,
        maximum: tokenLimits.days,
        default: 30,
      },
      scopes: { ...scopes, default: ['read', 'register'] },
    },
    ['name'],
  ),
  CreatedRegistryToken: objectSchema(
    {
      ...token,
      token: { type: 'string', description: 'The secret, told this once.' },
    },
    [...required, 'token'],
  ),
};

/** The routes by which persons look after their registry tokens. */
export const tokenPaths: OpenApiPaths = {
  '/registry-tokens': {
    post: {
      operationId: 'CreateRegistryToken',
      tags: ['tokens'],
      summary: 'Makes a personal registry token',
      description:
        'For clients of the registry, such as mlflow. It speaks for the person who makes it, and can approve nothing. Signed-in persons only.',
      requestBody: jsonBody('The token.', 'RegistryTokenRequest'),
      responses: {
        201: jsonResponse('The token with its secret.', 'CreatedRegistryToken'),
        ...errorResponses(400, 403, 409),
      },
    },
    get: {
      operationId: 'ListRegistryTokens',
      tags: ['tokens'],
      summary: 'Lists the registry tokens of the caller',
      responses: {
        200: jsonResponse('The newest hundred.', 'RegistryTokens'),
        ...errorResponses(403),
      },
    },
  },
  '/registry-tokens/{id}': {
    delete: {
      operationId: 'RevokeRegistryToken',
      tags: ['tokens'],
      summary: 'Revokes a registry token of the caller',
      parameters: [pathParameter('id', 'Id of the token.')],
      responses: {
        204: { description: 'It cannot be used any more.' },
        ...errorResponses(403, 404),
      },
    },
  },
};
