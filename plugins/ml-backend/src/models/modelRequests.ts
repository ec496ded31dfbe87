import { z } from 'zod/v3';
import { boundedText, flag, pageLimit, repeated } from '../router/queryParts';
import { parseRequest } from '../router/parseRequest';
import { ModelListRequest } from './ModelListService';

const sortFields = ['title', 'owner', 'type', 'lifecycle', 'tier'] as const;
const sortSchema = z
  .string()
  .regex(
    new RegExp(`^-?(${sortFields.join('|')})$`),
    `allowed are ${sortFields.join(', ')}, with or without a minus sign before`,
  )
  .default('title');

const modelListSchema = z
  .object({
    owner: repeated(boundedText(250)),
    type: boundedText(128).optional(),
    lifecycle: boundedText(128).optional(),
    stage: boundedText(64).optional(),
    tier: boundedText(64).optional(),
    text: boundedText(200).optional(),
    mine: flag,
    sort: sortSchema,
    limit: pageLimit(25),
    cursor: boundedText(1000).optional(),
  })
  .strict();

/** The query of the list of models. Throws InputError. */
export function readModelListRequest(query: unknown): ModelListRequest {
  const { owner, mine, sort, limit, cursor, text, ...exact } = parseRequest(
    modelListSchema,
    query,
    'query',
  );
  const words = text?.trim();
  return {
    filter: {
      ...exact,
      ...(owner?.length ? { owners: owner } : {}),
      ...(words ? { text: words } : {}),
    },
    mine,
    sort: {
      field:
        sortFields.find(field => field === sort.replace(/^-/, '')) ?? 'title',
      descending: sort.startsWith('-'),
    },
    limit,
    ...(cursor ? { cursor } : {}),
  };
}
