import { promotionStates } from '@understudy/plugin-ml-common';
import { JsonObject } from '@backstage/types';
import {
  errorResponses,
  idempotencyKeyParameter,
  jsonBody,
  jsonResponse,
  modelParameters,
  OpenApiPaths,
  pathParameter,
  queryParameter,
  repeatedQueryParameter,
} from './parts';

const promotionId = pathParameter('id', 'Id of the promotion.', {
  type: 'string',
  minLength: 1,
  maxLength: 26,
});

function cursorParameter(maxLength: number) {
  return queryParameter(
    'cursor',
    'Continues a list: `nextCursor` of the page before.',
    { type: 'string', minLength: 1, maxLength },
  );
}

function limitParameter(defaultLimit: number, maximum: number) {
  return queryParameter('limit', 'How many items a page holds.', {
    type: 'integer',
    minimum: 1,
    maximum,
    default: defaultLimit,
  });
}

function timeParameter(name: string, description: string) {
  return queryParameter(name, `${description} ISO 8601 with a zone.`, {
    type: 'string',
    format: 'date-time',
  });
}

/** A change of a promotion that answers with the promotion. */
function changeOf(options: {
  operationId: string;
  summary: string;
  description: string;
  body: string;
  errors: number[];
}): JsonObject {
  const { operationId, summary, description, body, errors } = options;
  return {
    operationId,
    tags: ['promotions'],
    summary,
    description,
    parameters: [promotionId, idempotencyKeyParameter],
    requestBody: jsonBody(
      'Carries the revision that the caller looked at.',
      body,
    ),
    responses: {
      200: jsonResponse('The promotion after the change.', 'Promotion'),
      ...errorResponses(400, 404, 409, 413, 422, ...errors),
    },
  };
}

/** The routes of promotions, assignments, policies and the ledger. */
export const promotionPaths: OpenApiPaths = {
  '/promotions': {
    get: {
      operationId: 'ListPromotions',
      tags: ['promotions'],
      summary: 'Lists promotions, newest first',
      description: 'Only those of models that the caller may see.',
      parameters: [
        queryParameter('model', 'Entity ref of a model.', {
          type: 'string',
          minLength: 1,
          maxLength: 500,
        }),
        repeatedQueryParameter('state', 'States to list.', {
          items: { type: 'string', enum: [...promotionStates] },
          maxItems: promotionStates.length,
        }),
        queryParameter('requestedBy', 'Entity ref of who asked for it.', {
          type: 'string',
          minLength: 1,
          maxLength: 512,
        }),
        limitParameter(25, 100),
        cursorParameter(26),
      ],
      responses: {
        200: jsonResponse('A page of promotions.', 'PromotionPage'),
        ...errorResponses(400, 404),
      },
    },
    post: {
      operationId: 'RequestPromotion',
      tags: ['promotions'],
      summary: 'Asks for a version to be promoted',
      description:
        'Evaluates the gates at once. Asking again for what is under way gives the same promotion.',
      parameters: [idempotencyKeyParameter],
      requestBody: jsonBody('What is asked for.', 'PromotionRequest'),
      responses: {
        200: jsonResponse('It was asked for before.', 'Promotion'),
        201: jsonResponse('The new promotion.', 'Promotion'),
        ...errorResponses(400, 403, 404, 409, 413, 422, 503),
      },
    },
  },
  '/promotions/{id}': {
    get: {
      operationId: 'GetPromotion',
      tags: ['promotions'],
      summary: 'Reads a promotion',
      description: 'With what the caller may do with it now.',
      parameters: [promotionId],
      responses: {
        200: jsonResponse('The promotion.', 'Promotion'),
        ...errorResponses(400, 404),
      },
    },
  },
  '/promotions/{id}/approve': {
    post: changeOf({
      operationId: 'ApprovePromotion',
      summary: 'Approves a promotion',
      description:
        'Only a signed-in person who is eligible now, never who asked for it. Approving twice changes nothing. 409 when the promotion has changed since `revision`.',
      body: 'PromotionDecision',
      errors: [403, 503],
    }),
  },
  '/promotions/{id}/reject': {
    post: changeOf({
      operationId: 'RejectPromotion',
      summary: 'Rejects a promotion for good',
      description: 'As an approval; the reason is needed.',
      body: 'PromotionDecision',
      errors: [403, 503],
    }),
  },
  '/promotions/{id}/cancel': {
    post: changeOf({
      operationId: 'CancelPromotion',
      summary: 'Withdraws a promotion that is not being executed yet',
      description: 'By who asked for it, or an owner of the model.',
      body: 'PromotionCancellation',
      errors: [403],
    }),
  },
  '/promotions/{id}/reevaluate': {
    post: changeOf({
      operationId: 'ReevaluatePromotion',
      summary: 'Runs the gates of a blocked promotion again',
      description: 'At most once a minute.',
      body: 'PromotionRevision',
      errors: [429, 503],
    }),
  },
  '/promotions/{id}/reason': {
    post: changeOf({
      operationId: 'AddPromotionReason',
      summary: 'Says why, after a rollback without a reason',
      description: 'Due within a day of the rollback. A reason is not changed.',
      body: 'PromotionReason',
      errors: [403],
    }),
  },
  '/promotions/{id}/gates/{gate}/explain': {
    post: {
      operationId: 'ExplainGate',
      tags: ['promotions'],
      summary: 'Explains the verdict of a gate',
      description:
        'With what the gate was given, and the verdict that the same rules give when they run on it again. Changes nothing.',
      parameters: [promotionId, pathParameter('gate', 'Id of the gate.')],
      responses: {
        200: jsonResponse('The explanation.', 'GateExplanation'),
        ...errorResponses(400, 404),
      },
    },
  },
  '/models/{namespace}/{name}/rollback': {
    post: {
      operationId: 'RollBack',
      tags: ['promotions'],
      summary: 'Rolls a target back',
      description:
        'To the champion before, or to a version that was champion there. No approval and no gate; promotions of the same target are stopped. When it answers, the rollback is recorded; while the registry cannot be reached it is tried again, and `execution.manualCommand` does the same by hand.',
      parameters: [...modelParameters, idempotencyKeyParameter],
      requestBody: jsonBody('What is wanted back.', 'RollbackRequest'),
      responses: {
        202: jsonResponse('The rollback, under way.', 'Promotion'),
        ...errorResponses(400, 403, 404, 409, 413, 422),
      },
    },
  },
  '/models/{namespace}/{name}/assignments': {
    get: {
      operationId: 'ListAssignments',
      tags: ['assignments'],
      summary: 'Says what is assigned where, now or in the past',
      description: 'Newest first.',
      parameters: [
        ...modelParameters,
        queryParameter('view', 'Those in force, or all.', {
          type: 'string',
          enum: ['current', 'history'],
          default: 'current',
        }),
        timeParameter('at', 'Those in force at this moment instead.'),
        queryParameter('versionId', 'Only those of the version with this id.', {
          type: 'string',
          pattern: '^[0-9A-HJKMNP-TV-Z]{26}$',
        }),
        limitParameter(100, 200),
        cursorParameter(26),
      ],
      responses: {
        200: jsonResponse('A page of assignments.', 'AssignmentPage'),
        ...errorResponses(400, 404),
      },
    },
  },
  '/models/{namespace}/{name}/promotion-options': {
    get: {
      operationId: 'GetPromotionOptions',
      tags: ['promotions'],
      summary: 'Says what can be asked for',
      description:
        'Stages, gates, approvals and aliases of the policies that apply. 409 when none does.',
      parameters: modelParameters,
      responses: {
        200: jsonResponse('What can be asked for.', 'PromotionOptions'),
        ...errorResponses(400, 404, 409, 503),
      },
    },
  },
  '/models/{namespace}/{name}/rollback-options': {
    get: {
      operationId: 'ListRollbackOptions',
      tags: ['promotions'],
      summary: 'Says what a rollback would do at each target',
      description: 'One entry per target that has a champion.',
      parameters: modelParameters,
      responses: {
        200: jsonResponse('What rollbacks would do.', 'RollbackOptions'),
        ...errorResponses(400, 404),
      },
    },
  },
  '/policies': {
    get: {
      operationId: 'ListPolicies',
      tags: ['policies'],
      summary: 'Says which policies are in force',
      description:
        'One entry per file of the configuration, with what is wrong when its newest text cannot be used.',
      responses: {
        200: jsonResponse('How each file stands.', 'PolicySources'),
        ...errorResponses(),
      },
    },
  },
  '/ledger': {
    get: {
      operationId: 'ListLedger',
      tags: ['ledger'],
      summary: 'Reads the ledger, newest first',
      description:
        'Events of one model can be read by whoever may see the model; without `subject` the permission `ml.ledger.read` is needed.',
      parameters: [
        queryParameter(
          'subject',
          'Entity ref of a model, or of one version: `model:default/fraud-score@44`.',
          { type: 'string', minLength: 1, maxLength: 600 },
        ),
        queryParameter('type', 'Type of the events.', {
          type: 'string',
          minLength: 1,
          maxLength: 128,
        }),
        queryParameter('correlationId', 'Id of the promotion.', {
          type: 'string',
          minLength: 1,
          maxLength: 64,
        }),
        timeParameter('from', 'Not before.'),
        timeParameter('to', 'Before.'),
        limitParameter(50, 200),
        cursorParameter(20),
      ],
      responses: {
        200: jsonResponse('A page of events.', 'LedgerPage'),
        ...errorResponses(400, 403, 404),
      },
    },
  },
  '/ledger/verify': {
    get: {
      operationId: 'VerifyLedger',
      tags: ['ledger'],
      summary: 'Verifies the whole ledger',
      description: 'Needs the permission `ml.ledger.read`.',
      responses: {
        200: jsonResponse('What was found.', 'LedgerVerification'),
        ...errorResponses(403),
      },
    },
  },
};
