import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, isError } from '@backstage/errors';
import { z } from 'zod/v3';
import { decodeCursor } from '../router/cursor';
import { parseRequest } from '../router/parseRequest';
import { environmentName, wholeNumber } from '../router/requestParts';
import { schemaLimits } from './schemaLimits';
import { SchemaQuery } from './SchemaReader';
import { SchemaPlace } from './SchemaStore';

const { entities, page, cursorLength, refLength } = schemaLimits;

const schema = z
  .object({
    entities: z
      .string()
      .min(1)
      .max(entities * (refLength + 1))
      .optional(),
    environment: environmentName.optional(),
    limit: wholeNumber(1, page.most).optional(),
    cursor: z.string().min(1).max(cursorLength).optional(),
  })
  .strict();

/** The query of observed schemas. Throws InputError. */
export function readSchemaRequest(input: unknown): SchemaQuery {
  const query = parseRequest(schema, input, 'query');
  const { environment, cursor, limit } = query;
  const where = environment === undefined ? {} : { environment };
  if (query.entities === undefined) {
    return {
      ...where,
      limit: limit ?? page.default,
      ...(cursor !== undefined && { after: readPlace(cursor) }),
    };
  }
  if (cursor !== undefined || limit !== undefined) {
    throw new InputError(
      `${cursor === undefined ? 'limit' : 'cursor'} does not go with 'entities': either name entities, or follow what changes`,
    );
  }
  return { ...where, entities: readRefs(query.entities) };
}

function readRefs(list: string): string[] {
  const refs = [...new Set(list.split(',').map(readRef))];
  if (refs.length > entities) {
    throw new InputError(
      `entities names ${refs.length} entities; at most ${entities} are answered at once`,
    );
  }
  return refs;
}

function readRef(text: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text.trim(), { defaultNamespace: 'default' }),
    );
  } catch (error) {
    throw new InputError(
      `entities: '${text}' is no entity ref: ${isError(error) ? error.message : error}`,
    );
  }
}

function readPlace(cursor: string): SchemaPlace {
  const [epoch, node] = decodeCursor(cursor);
  if (!/^\d{1,15}$/.test(epoch) || !/^\d{1,9}$/.test(node)) {
    throw new InputError(`cursor '${cursor}' was not given by this list`);
  }
  return { epoch: Number(epoch), node: Number(node) };
}
