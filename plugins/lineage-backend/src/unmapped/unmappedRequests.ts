import { InputError } from '@backstage/errors';
import {
  LineageNodeName,
  parseLineageNodeId,
} from '@understudy/plugin-lineage-common';
import { z } from 'zod/v3';
import { ALL_ENVIRONMENTS } from '../graph/EnvironmentTable';
import { decodeCursor, encodeCursor } from '../router/cursor';
import { parseRequest } from '../router/parseRequest';
import {
  environmentName,
  MAX_ID_LENGTH,
  PRINTABLE,
  wholeNumber,
} from '../router/requestParts';
import { unmappedLimits } from './unmappedLimits';
import {
  UnmappedPlace,
  UnmappedQuery,
  unmappedSorts,
  UnmappedSort,
} from './UnmappedQuery';

const listSchema = z
  .object({
    kind: z.enum(['dataset', 'job']).optional(),
    environment: environmentName.optional(),
    text: z
      .string()
      .max(unmappedLimits.textLength)
      .regex(new RegExp(PRINTABLE, 'u'), 'has control characters')
      .optional(),
    sort: z.enum(unmappedSorts).default('lastSeen'),
    limit: wholeNumber(1, unmappedLimits.page.most).default(
      unmappedLimits.page.default,
    ),
    cursor: z.string().min(1).max(unmappedLimits.cursorLength).optional(),
  })
  .strict();

/** The query of the list. Throws InputError. */
export function readUnmappedRequest(input: unknown): UnmappedQuery {
  const { cursor, environment, text, ...query } = parseRequest(
    listSchema,
    input,
    'query',
  );
  return {
    ...query,
    ...(environment !== undefined &&
      environment !== ALL_ENVIRONMENTS && { environment }),
    ...(text && { text }),
    ...(cursor && { after: readPlace(cursor, query.sort) }),
  };
}

/** A cursor that goes on in the list in the same order only. */
export function writePlace(place: UnmappedPlace, sort: UnmappedSort): string {
  return encodeCursor([`${sort}:${place.value}`, `${place.id}`]);
}

function readPlace(cursor: string, sort: UnmappedSort): UnmappedPlace {
  const [text, id] = decodeCursor(cursor);
  const value = text.startsWith(`${sort}:`)
    ? text.slice(sort.length + 1)
    : undefined;
  const isPlace =
    value !== undefined && (sort !== 'connections' || /^\d{1,6}$/.test(value));
  if (!isPlace || !/^\d{1,9}$/.test(id)) {
    throw new InputError(`cursor '${cursor}' was not given by this list`);
  }
  return { value, id: Number(id) };
}

const draftSchema = z
  .object({
    ids: z
      .array(z.string().min(1).max(MAX_ID_LENGTH))
      .min(1)
      .max(unmappedLimits.drafted),
  })
  .strict();

/** The body that asks for a draft: names of datasets and jobs. Throws InputError. */
export function readDraftRequest(body: unknown): LineageNodeName[] {
  return parseRequest(draftSchema, body, 'body').ids.map(parseLineageNodeId);
}
