import { schemaLimits } from '../observedSchemas/schemaLimits';
import { entityRef } from './nodeParts';
import { environmentSchema } from './parameters';
import {
  errorResponses,
  jsonResponse,
  listOf,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  queryParameter,
  text,
  time,
} from './parts';

const { characters, cursorLength, datasets, entities, page, refLength } =
  schemaLimits;

/** The route that tells the observed schemas of entities. */
export const observedSchemaPaths: OpenApiPaths = {
  '/schemas': {
    get: {
      operationId: 'ListObservedSchemas',
      tags: ['schemas'],
      summary:
        'Tells which schemas the datasets of entities were observed to have',
      description: `Of named entities, or of all in the order in which they changed: go on from \`cursor\` until \`more\` is false, and later from there for what changed since. An answer holds at most ${datasets} schemas of each entity, and ${characters} characters of facets. Entities that the caller may not see are left out.`,
      parameters: [
        queryParameter(
          'entities',
          `Entity refs, separated by commas, at most ${entities}. Not together with \`cursor\` or \`limit\`.`,
          {
            type: 'string',
            minLength: 1,
            maxLength: entities * (refLength + 1),
            examples: ['dataset:default/orders,featureview:default/basket'],
          },
        ),
        queryParameter(
          'environment',
          'Only datasets in it; `*` for all. `lineage.names.defaultEnvironment` when missing.',
          environmentSchema,
        ),
        queryParameter(
          'limit',
          `How many entities a page holds; ${page.default} when missing.`,
          { type: 'integer', minimum: 1, maximum: page.most },
        ),
        queryParameter(
          'cursor',
          'Only entities that changed since: `cursor` of an answer before. One that this portal never gave out begins anew.',
          { type: 'string', minLength: 1, maxLength: cursorLength },
        ),
      ],
      responses: {
        200: jsonResponse('Observed schemas.', 'ObservedSchemaPage'),
        ...errorResponses(400, 503),
      },
    },
  },
};

const yes = { const: true };

/** What observed schemas are made of. */
export const observedSchemas: OpenApiSchemas = {
  ObservedSchema: objectSchema(
    {
      namespace: text,
      name: {
        ...text,
        description: 'Of partitions and other parts, what they fold into.',
      },
      environment: text,
      observedAt: {
        ...time,
        description: 'The latest event that said so.',
      },
      digest: { ...text, description: 'SHA-256 of the facet, base64url.' },
      facet: {
        type: ['object', 'null'],
        additionalProperties: true,
        description: 'The facet `schema` of OpenLineage.',
      },
    },
    ['namespace', 'name', 'environment', 'observedAt', 'digest', 'facet'],
  ),
  EntitySchemas: objectSchema(
    {
      entityRef,
      schemas: {
        ...listOf('ObservedSchema'),
        description:
          'The one observed last comes first; empty where none is known any more.',
      },
      truncated: { ...yes, description: 'There are more than are listed.' },
    },
    ['entityRef', 'schemas'],
  ),
  ObservedSchemaPage: objectSchema(
    {
      items: listOf('EntitySchemas'),
      cursor: {
        ...text,
        description:
          'Where to go on, now or later. Missing where entities were named.',
      },
      more: {
        type: 'boolean',
        description:
          'There is more already. Where entities were named: ask again for those behind the last one listed.',
      },
    },
    ['items', 'more'],
  ),
};
