import { JsonObject } from '@backstage/types';
import { graphLimits } from '../graph/graphLimits';
import {
  MAX_ENVIRONMENT_LENGTH,
  MAX_ID_LENGTH,
  PRINTABLE,
} from '../router/requestParts';
import { queryParameter } from './parts';

/** The id of a node in a request. */
export const nodeIdSchema: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: MAX_ID_LENGTH,
  examples: ['model:default/fraud-score'],
};

/** A parameter that names a node. */
export function nodeParameter(name: string, description: string): JsonObject {
  return queryParameter(
    name,
    `${description} An entity ref, or \`ol:dataset:<namespace>/<name>\` or \`ol:job:<namespace>/<name>\` with both parts percent-encoded.`,
    nodeIdSchema,
    { required: true },
  );
}

/** A number of hops. */
export const depthSchema: JsonObject = {
  type: 'integer',
  minimum: 0,
  maximum: graphLimits.depth.most,
};

/** See {@link depthSchema}. */
export function depthParameter(name: string, description: string): JsonObject {
  return queryParameter(name, description, depthSchema);
}

/** Which kinds of nodes are asked for. */
export const kindsParameter = queryParameter(
  'kinds',
  'Kinds to show, separated by commas: `job`, `unmapped` for datasets of no entity, and kinds of entities. Others are left out, and what they connect is connected directly. All when missing.',
  {
    type: 'string',
    minLength: 1,
    maxLength: 2000,
    examples: ['model,dataset,unmapped'],
  },
);

/** Which environment is asked for. */
export const environmentSchema: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: MAX_ENVIRONMENT_LENGTH,
  pattern: PRINTABLE,
  examples: ['production', '*'],
};

/** See {@link environmentSchema}. */
export const environmentParameter = queryParameter(
  'environment',
  'Whose connections to follow; `*` for all. `lineage.names.defaultEnvironment` when missing. What the catalog declares belongs to every environment; of a name that nothing was observed in, that is all.',
  environmentSchema,
);

/** A time in a request. */
export const timeSchema: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  examples: ['2026-11-01', '2026-11-01T08:00:00Z'],
};

/** See {@link timeSchema}. */
export const asOfParameter = queryParameter(
  'asOf',
  'What was current at this time, which has been. ISO 8601. Runs and declarations are kept for `lineage.retention.runs`; relations of the catalog have no history and are left out; names and entities are those of today.',
  timeSchema,
);

/** Which way to go. */
export const directionParameter = queryParameter(
  'direction',
  'Which way to go.',
  {
    type: 'string',
    enum: ['upstream', 'downstream', 'both'],
    default: 'both',
  },
);
