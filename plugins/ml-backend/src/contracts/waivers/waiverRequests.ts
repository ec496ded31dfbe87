import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import {
  contractWaiverStates,
  WaivedFinding,
} from '@understudy/plugin-ml-common';
import { z } from 'zod/v3';
import { isStorable } from '../../database/isStorable';
import { parseRequest } from '../../router/parseRequest';
import { boundedText, pageLimit, repeated } from '../../router/queryParts';

/** Bounds of what is sent about waivers, as the description of the API names them. */
export const waiverLimits = {
  findings: 200,
  ruleId: 64,
  port: 255,
  path: 1000,
  pointer: 2000,
  ref: 250,
  reason: 2000,
  cursor: 1000,
} as const;

const place = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine(isStorable, 'has a NUL character in it')
    .default('');

const findingSchema = z
  .object({
    ruleId: boundedText(waiverLimits.ruleId),
    port: place(waiverLimits.port),
    path: place(waiverLimits.path),
    pointer: place(waiverLimits.pointer),
    consumer: z
      .string()
      .max(waiverLimits.ref)
      .regex(
        /^[A-Za-z0-9_.-]+:(?:[A-Za-z0-9_.-]+\/)?[A-Za-z0-9_.-]+$/,
        'has to be an entity ref such as model:default/churn',
      )
      .transform(ref => stringifyEntityRef(parseEntityRef(ref)))
      .optional(),
  })
  .strict();

const askSchema = z
  .object({
    findings: z.array(findingSchema).min(1).max(waiverLimits.findings),
    reason: boundedText(waiverLimits.reason),
    until: boundedText(40),
  })
  .strict();

/** What is asked for. Throws InputError. */
export function readWaiverRequest(body: unknown): {
  findings: WaivedFinding[];
  reason: string;
  until: string;
} {
  return parseRequest(askSchema, body, 'body');
}

const decisionSchema = z
  .object({
    verdict: z.enum(['granted', 'refused']),
    reason: boundedText(waiverLimits.reason).optional(),
  })
  .strict()
  .superRefine(({ verdict, reason }, context) => {
    if (verdict === 'refused' && reason === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['reason'],
        message: 'say why, so that whoever asked knows what to do',
      });
    }
  });

/** How somebody decides. Throws InputError. */
export function readWaiverDecision(body: unknown) {
  return parseRequest(decisionSchema, body, 'body');
}

/** As {@link readWaiverDecision} gives it. */
export type WaiverDecision = ReturnType<typeof readWaiverDecision>;

const revocationSchema = z
  .object({ reason: boundedText(waiverLimits.reason) })
  .strict();

/** Why somebody takes a waiver back. Throws InputError. */
export function readWaiverRevocation(body: unknown) {
  return parseRequest(revocationSchema, body, 'body');
}

const listSchema = z
  .object({
    state: repeated(z.enum(contractWaiverStates)),
    limit: pageLimit(25),
    cursor: boundedText(waiverLimits.cursor).optional(),
  })
  .strict();

/** The query of a list of waivers. Throws InputError. */
export function readWaiverList(query: unknown) {
  const { state = [], ...page } = parseRequest(listSchema, query, 'query');
  return { ...page, states: [...new Set(state)] };
}

/** As {@link readWaiverList} gives it. */
export type WaiverList = ReturnType<typeof readWaiverList>;

const idSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'is no ULID');

/** The id of a waiver in a path. Throws InputError. */
export function readWaiverId(id: unknown): string {
  return parseRequest(idSchema, id, 'path.id');
}
