import { entityRef, environment, names, nodeId } from './nodeParts';
import {
  amount,
  listOf,
  objectSchema,
  OpenApiSchemas,
  text,
  time,
} from './parts';

/** What impact is made of. */
export const impactSchemas: OpenApiSchemas = {
  ImpactItem: objectSchema(
    {
      ...names,
      degree: {
        type: 'integer',
        minimum: 1,
        description: 'Hops from the root; 1 is a direct consumer.',
      },
      title: text,
      entityKind: text,
      type: text,
      lifecycle: text,
      owner: entityRef,
    },
    ['id', 'kind', 'degree'],
  ),
  ImpactOwner: objectSchema(
    {
      owner: { ...entityRef, description: 'Missing for what nobody owns.' },
      items: amount,
      nearest: amount,
    },
    ['items', 'nearest'],
  ),
  Impact: objectSchema(
    {
      root: nodeId,
      direction: { type: 'string', enum: ['upstream', 'downstream'] },
      environment,
      asOf: time,
      totals: objectSchema(
        {
          items: amount,
          entities: amount,
          production: {
            ...amount,
            description: 'Entities of the lifecycle `production`.',
          },
          owners: amount,
        },
        ['items', 'entities', 'production', 'owners'],
      ),
      owners: listOf('ImpactOwner'),
      items: listOf('ImpactItem'),
      truncated: {
        type: 'boolean',
        description: 'More is reached than is followed.',
      },
      complete: {
        type: 'boolean',
        description: 'False when something reached may not be seen.',
      },
    },
    [
      'root',
      'direction',
      'environment',
      'totals',
      'owners',
      'items',
      'truncated',
      'complete',
    ],
  ),
  ImpactNotice: objectSchema(
    {
      owners: { ...amount, description: 'How many were told.' },
      failed: { ...amount, description: 'How many could not be told.' },
      unowned: { ...amount, description: 'Things that nobody owns.' },
      complete: {
        type: 'boolean',
        description:
          'False when something reached may not be seen, or there are more owners than are told at once.',
      },
    },
    ['owners', 'failed', 'unowned', 'complete'],
  ),
};
