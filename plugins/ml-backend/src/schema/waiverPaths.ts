import { JsonObject } from '@backstage/types';
import { contractWaiverStates } from '@understudy/plugin-ml-common';
import { waiverLimits } from '../contracts/waivers/waiverRequests';
import { contractBase, contractSubject } from './contractPaths';
import {
  errorResponses,
  jsonBody,
  jsonResponse,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  pathParameter,
  queryParameter,
  schemaRef,
} from './parts';

const tags = ['contracts'];
const text: JsonObject = { type: 'string' };
const time: JsonObject = { type: 'string', description: 'ISO 8601, UTC.' };
const entityRef: JsonObject = {
  type: 'string',
  examples: ['model:default/churn'],
};
const state: JsonObject = { type: 'string', enum: [...contractWaiverStates] };
const reason: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: waiverLimits.reason,
};
const step: Record<string, JsonObject> = {
  by: entityRef,
  at: time,
  reason: text,
};
const waiver = [
  ...contractSubject,
  pathParameter('id', 'ULID of the waiver.', {
    type: 'string',
    pattern: '^[0-9A-HJKMNP-TV-Z]{26}$',
  }),
];

/** What the routes of waivers take and answer. */
export const waiverSchemas: OpenApiSchemas = {
  ContractWaiver: objectSchema(
    {
      id: { type: 'string', description: 'ULID.' },
      subject: { ...entityRef, description: 'Whose contract it is about.' },
      ruleId: { type: 'string', examples: ['FIELD_REMOVED'] },
      port: text,
      path: text,
      pointer: text,
      consumer: {
        ...entityRef,
        description:
          'Who is hit. Absent for what is found between two versions.',
      },
      state,
      until: { ...time, description: 'It holds before this time.' },
      reason: text,
      askedBy: text,
      askedAt: time,
      decider: { ...entityRef, description: 'Who owns what is hit now.' },
      decision: objectSchema(
        { ...step, verdict: { enum: ['granted', 'refused'] } },
        ['by', 'at', 'verdict'],
      ),
      revocation: objectSchema(step, ['by', 'at']),
      may: {
        type: 'array',
        items: { enum: ['grant', 'refuse', 'revoke'] },
        description: 'What the caller may do about it.',
      },
    },
    [
      'id',
      'subject',
      'ruleId',
      'port',
      'path',
      'pointer',
      'state',
      'until',
      'reason',
      'askedBy',
      'askedAt',
      'may',
    ],
  ),
  ContractWaiverPage: objectSchema(
    {
      items: { type: 'array', items: schemaRef('ContractWaiver') },
      nextCursor: text,
    },
    ['items'],
  ),
  ContractWaiverRequest: objectSchema(
    {
      findings: {
        type: 'array',
        minItems: 1,
        maxItems: waiverLimits.findings,
        items: objectSchema(
          {
            ruleId: {
              type: 'string',
              minLength: 1,
              maxLength: waiverLimits.ruleId,
            },
            port: { type: 'string', maxLength: waiverLimits.port },
            path: { type: 'string', maxLength: waiverLimits.path },
            pointer: { type: 'string', maxLength: waiverLimits.pointer },
            consumer: { type: 'string', maxLength: waiverLimits.ref },
          },
          ['ruleId'],
        ),
        description: 'As a check names them.',
      },
      reason,
      until: {
        type: 'string',
        maxLength: 40,
        examples: ['2027-01-31'],
        description:
          'A day, to its end in UTC, or an ISO 8601 time; at most 90 days away.',
      },
    },
    ['findings', 'reason', 'until'],
  ),
  ContractWaiverList: objectSchema(
    { items: { type: 'array', items: schemaRef('ContractWaiver') } },
    ['items'],
  ),
  ContractWaiverDecision: objectSchema(
    {
      verdict: { type: 'string', enum: ['granted', 'refused'] },
      reason: {
        ...reason,
        description: 'Has to be there where it is refused.',
      },
    },
    ['verdict'],
  ),
  ContractWaiverRevocation: objectSchema({ reason }, ['reason']),
};

/** The operations on waivers. */
export const waiverPaths: OpenApiPaths = {
  [`${contractBase}/waivers`]: {
    get: {
      operationId: 'ListContractWaivers',
      tags,
      summary: 'Lists the waivers of findings of a contract, the latest first',
      description:
        'Those about consumers that the caller may not read are left out.',
      parameters: [
        ...contractSubject,
        queryParameter(
          'state',
          'Only those that stand so now. May be repeated.',
          { type: 'array', items: state, maxItems: 20 },
        ),
        queryParameter('limit', 'Items of a page.', {
          type: 'integer',
          minimum: 1,
          maximum: 100,
          default: 25,
        }),
        queryParameter('cursor', 'Continues a list.', {
          type: 'string',
          minLength: 1,
          maxLength: waiverLimits.cursor,
        }),
      ],
      responses: {
        200: jsonResponse('A page of waivers.', 'ContractWaiverPage'),
        ...errorResponses(400, 404),
      },
    },
    post: {
      operationId: 'AskForContractWaiver',
      tags,
      summary: 'Asks the owners of what is hit to accept findings for a time',
      description:
        'Needs what publishing needs. For a finding with a consumer the owner of the consumer decides, for any other the owner of the provider. `FIELD_REMOVED_BEFORE_DATE` without a consumer asks the owners of all who use the field. Nothing is accepted before it is granted. Findings that wait to be decided already are not asked for again.',
      parameters: contractSubject,
      requestBody: jsonBody(
        'What, why and until when.',
        'ContractWaiverRequest',
      ),
      responses: {
        201: jsonResponse(
          'What was asked for, as far as the caller may read it.',
          'ContractWaiverList',
        ),
        ...errorResponses(400, 403, 404, 409, 413),
      },
    },
  },
  [`${contractBase}/waivers/{id}/decision`]: {
    post: {
      operationId: 'DecideContractWaiver',
      tags,
      summary: 'Grants or refuses a waiver that waits',
      description:
        'Signed-in persons only, never an agent. Needs `ml.contract.waive` on what is hit and to own it. Whoever asked does not decide.',
      parameters: waiver,
      requestBody: jsonBody('The decision.', 'ContractWaiverDecision'),
      responses: {
        201: jsonResponse('The waiver as it stands now.', 'ContractWaiver'),
        ...errorResponses(400, 403, 404, 409),
      },
    },
  },
  [`${contractBase}/waivers/{id}/revocation`]: {
    post: {
      operationId: 'RevokeContractWaiver',
      tags,
      summary: 'Takes a waiver back that waits or holds',
      description:
        'Signed-in persons only, never an agent. Needs `ml.contract.waive` on the consumer or the provider and to own it. From then on the finding counts again.',
      parameters: waiver,
      requestBody: jsonBody('Why.', 'ContractWaiverRevocation'),
      responses: {
        201: jsonResponse('The waiver as it stands now.', 'ContractWaiver'),
        ...errorResponses(400, 403, 404, 409),
      },
    },
  },
};
