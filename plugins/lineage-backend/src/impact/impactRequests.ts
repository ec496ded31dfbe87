import { LineageImpact } from '@understudy/plugin-lineage-common';
import { z } from 'zod/v3';
import { ImpactQuery } from '../graph/LineageReader';
import { parseRequest } from '../router/parseRequest';
import {
  environmentName,
  nodeId,
  pastTime,
  wholeNumber,
  wordList,
} from '../router/requestParts';
import { impactLimits } from './impactLimits';

const directions: [LineageImpact['direction'], LineageImpact['direction']] = [
  'downstream',
  'upstream',
];
const impactSchema = z
  .object({
    root: nodeId,
    direction: z.enum(directions).default('downstream'),
    environment: environmentName.optional(),
    asOf: pastTime.optional(),
    kinds: wordList.optional(),
    limit: wholeNumber(1, impactLimits.items.most).default(
      impactLimits.items.default,
    ),
  })
  .strict();

/** The query of an impact. Throws InputError. */
export function readImpactRequest(input: unknown): {
  query: ImpactQuery;
  limit: number;
} {
  const { limit, ...query } = parseRequest(impactSchema, input, 'query');
  return { query, limit };
}

const noticeSchema = z
  .object({
    root: nodeId,
    environment: environmentName.optional(),
    message: z.string().max(impactLimits.messageLength).optional(),
  })
  .strict();

/** The body that asks for owners to be told. Throws InputError. */
export function readNoticeRequest(body: unknown): z.infer<typeof noticeSchema> {
  return parseRequest(noticeSchema, body, 'body');
}
