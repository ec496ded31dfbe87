import { InputError } from '@backstage/errors';
import { intakeLimits, RegistryRecordRef } from '@understudy/plugin-ml-common';
import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import { boundedText, flag, pageLimit, repeated } from '../router/queryParts';
import { IntakeCsv, readIntakeCsv } from './csv/readIntakeCsv';
import { DecisionLine } from './decisions/decisionLines';
import { IntakeListRequest } from './IntakeListService';
import { intakeSortFields } from './records/IntakeRecordStore';

const recordSchema = z
  .object({
    server: boundedText(64),
    workspace: boundedText(128).optional(),
    name: boundedText(500),
  })
  .strict();

const filterShape = {
  server: repeated(boundedText(64)),
  status: repeated(z.enum(['no-model', 'no-owner', 'ignored', 'settled'])),
  boundBy: repeated(z.enum(['declared', 'decision', 'rule', 'default'])),
  text: boundedText(200).optional(),
  gone: flag,
  sort: z
    .string()
    .regex(
      new RegExp(`^-?(${intakeSortFields.join('|')})$`),
      `allowed are ${intakeSortFields.join(', ')}, with or without a minus sign before`,
    )
    .default('name'),
};
const exportSchema = z.object(filterShape).strict();
const listSchema = z
  .object({
    ...filterShape,
    limit: pageLimit(50),
    cursor: boundedText(2000).optional(),
  })
  .strict();

/** The query of the list of records. Throws InputError. */
export function readIntakeListRequest(query: unknown): IntakeListRequest {
  const { limit, cursor, ...narrowed } = parseRequest(
    listSchema,
    query,
    'query',
  );
  return {
    ...toFilterAndSort(narrowed),
    limit,
    ...(cursor ? { cursor } : {}),
  };
}

/** The query of the export of records. Throws InputError. */
export function readIntakeExportRequest(
  query: unknown,
): Pick<IntakeListRequest, 'filter' | 'sort'> {
  return toFilterAndSort(parseRequest(exportSchema, query, 'query'));
}

function toFilterAndSort(
  query: z.infer<typeof exportSchema>,
): Pick<IntakeListRequest, 'filter' | 'sort'> {
  const { server, status, boundBy, text, gone, sort } = query;
  const words = text?.trim();
  return {
    filter: {
      statuses: status?.length ? status : ['no-model', 'no-owner'],
      gone,
      ...(server?.length ? { servers: server } : {}),
      ...(boundBy?.length ? { boundBy } : {}),
      ...(words ? { text: words } : {}),
    },
    sort: {
      field:
        intakeSortFields.find(field => field === sort.replace(/^-/, '')) ??
        'name',
      descending: sort.startsWith('-'),
    },
  };
}

/** Whether a change is only tried out. Throws InputError. */
export function readDryRun(query: unknown): boolean {
  return parseRequest(z.object({ dryRun: flag }).strict(), query, 'query')
    .dryRun;
}

/**
 * The body of a bulk decision. Throws InputError. What a decision lacks is
 * told about its line, not here: one bad line does not lose the others.
 */
export function readDecisionLines(body: unknown): DecisionLine[] {
  const schema = z
    .object({
      items: z
        .array(
          z
            .object({
              record: recordSchema,
              decision: z
                .object({
                  action: z.enum(['claim', 'bind', 'ignore', 'reset']),
                  owner: z.string().max(512).optional(),
                  model: z.string().max(512).optional(),
                  reason: z.string().max(10_000).optional(),
                })
                .strict(),
            })
            .strict(),
        )
        .min(1)
        .max(intakeLimits.decisions),
    })
    .strict();
  return parseRequest(schema, body, 'body').items;
}

/** The query of the decisions about a server. Throws InputError. */
export function readDecisionListRequest(query: unknown): {
  server: string;
  cursor?: string;
} {
  const schema = z
    .object({ server: boundedText(64), cursor: boundedText(26).optional() })
    .strict();
  return parseRequest(schema, query, 'query');
}

/** The body of an uploaded file. Throws InputError. */
export function readUploadedCsv(body: unknown): IntakeCsv {
  if (typeof body !== 'string' || body.trim() === '') {
    throw new InputError('The body is empty; send a CSV file');
  }
  return readIntakeCsv(body);
}

/** The body that asks for a draft. Throws InputError. */
export function readDraftRequest(body: unknown): RegistryRecordRef[] {
  const schema = z
    .object({ records: z.array(recordSchema).min(1).max(intakeLimits.drafts) })
    .strict();
  return parseRequest(schema, body, 'body').records;
}
