import { promotionStates } from '@understudy/plugin-ml-common';
import { z } from 'zod/v3';
import { parseModelRef } from '../models/ModelAccess';
import { parseRequest } from '../router/parseRequest';

const MAX_REASON = 4000;
const text = (max: number) => z.string().trim().min(1).max(max);
const reason = text(MAX_REASON).optional();
const revision = z.number().int().min(1);

const requestSchema = z
  .object({
    model: text(500),
    version: text(250),
    stage: text(64),
    environment: text(64).optional(),
    segment: text(255).optional(),
    reason,
  })
  .strict();

const decisionSchema = z
  .object({ revision, reason, requirement: text(64).optional() })
  .strict();

const listSchema = z
  .object({
    model: text(500).optional(),
    state: z.preprocess(
      value => (typeof value === 'string' ? value.split(',') : value),
      z.array(z.enum(promotionStates)).max(promotionStates.length).optional(),
    ),
    requestedBy: text(512).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: text(26).optional(),
  })
  .strict();

const rollbackSchema = z
  .object({
    environment: text(64),
    segment: text(255).optional(),
    version: text(250).optional(),
    replaces: text(250).optional(),
    reason,
  })
  .strict();

/** The body of `POST /promotions`. Throws InputError. */
export function readPromotionRequest(body: unknown) {
  const { model, ...input } = parseRequest(requestSchema, body, 'body');
  return { model: parseModelRef(model), input };
}

/** The body of an approval or a rejection. Throws InputError. */
export function readDecision(body: unknown) {
  return parseRequest(decisionSchema, body, 'body');
}

/** The body of a withdrawal. Throws InputError. */
export function readCancel(body: unknown) {
  return parseRequest(z.object({ revision, reason }).strict(), body, 'body');
}

/** The body of a re-evaluation. Throws InputError. */
export function readRevision(body: unknown) {
  return parseRequest(z.object({ revision }).strict(), body, 'body');
}

/** The body that gives a rollback its reason. Throws InputError. */
export function readReason(body: unknown) {
  const schema = z.object({ reason: text(MAX_REASON) }).strict();
  return parseRequest(schema, body, 'body');
}

/** The query of `GET /promotions`. Throws InputError. */
export function readPromotionList(query: unknown) {
  const { model, state, ...rest } = parseRequest(listSchema, query, 'query');
  return {
    ...rest,
    ...(model ? { model: parseModelRef(model) } : {}),
    ...(state ? { states: state } : {}),
  };
}

/** The body of `POST /models/{namespace}/{name}/rollback`. Throws InputError. */
export function readRollback(body: unknown) {
  return parseRequest(rollbackSchema, body, 'body');
}
