import { JsonObject } from '@backstage/types';
import { cardLimits } from '../cards/createCardRouter';
import { additionLimits } from '../evidence/evidenceLimits';
import {
  errorResponses,
  jsonBody,
  jsonResponse,
  modelParameters,
  objectSchema,
  OpenApiPaths,
  OpenApiSchemas,
  pathParameter,
  queryParameter,
  schemaRef,
} from './parts';

const text: JsonObject = { type: 'string' };
const time: JsonObject = { type: 'string', format: 'date-time' };
const digest: JsonObject = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' };
const choice: JsonObject = {
  type: 'string',
  enum: ['draft', 'in_review', 'approved'],
};
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });
const ofVersion = queryParameter(
  'version',
  "Label, alias or id of a version whose card is meant. Without it the card in the model's entity, else that of the newest version that has one.",
  { type: 'string', minLength: 1, maxLength: cardLimits.version },
);

/** What the routes of model cards take and answer. */
export const cardSchemas: OpenApiSchemas = {
  ModelCardReport: objectSchema(
    {
      model: text,
      source: { type: 'string', enum: ['entity', 'version'] },
      version: text,
      text,
      digest,
      metadata: { type: 'object', additionalProperties: true },
      body: text,
      sections: list(
        objectSchema({ id: text, heading: text, text }, [
          'id',
          'heading',
          'text',
        ]),
      ),
      problems: list(
        objectSchema({ path: text, message: text }, ['path', 'message']),
      ),
      riskTier: {
        ...text,
        description:
          "Of the model's uses. Absent where it is not known; the highest counts then.",
      },
      completeness: objectSchema(
        {
          percent: { type: 'integer', minimum: 0, maximum: 100 },
          required: list(text),
          missing: list(
            objectSchema({ section: text, check: text, why: text }, [
              'section',
              'check',
              'why',
            ]),
          ),
        },
        ['percent', 'required', 'missing'],
      ),
      review: objectSchema(
        {
          state: {
            type: 'string',
            enum: ['draft', 'in_review', 'approved', 'outdated'],
          },
          reviewedBy: text,
          reviewedAt: time,
          of: digest,
          note: text,
        },
        ['state'],
      ),
      may: { ...list(choice), description: 'What the caller may choose.' },
    },
    [
      'model',
      'source',
      'text',
      'digest',
      'metadata',
      'body',
      'sections',
      'problems',
      'completeness',
      'review',
      'may',
    ],
  ),
  CardText: objectSchema(
    { text: { ...text, minLength: 1, maxLength: additionLimits.card } },
    ['text'],
  ),
  CardImport: objectSchema(
    {
      card: schemaRef('ModelCardReport'),
      evaluations: { type: 'integer', minimum: 0 },
    },
    ['card', 'evaluations'],
  ),
  CardReviewRequest: objectSchema(
    {
      version: { ...text, minLength: 1, maxLength: cardLimits.version },
      digest,
      state: choice,
      note: { ...text, minLength: 1, maxLength: cardLimits.note },
    },
    ['digest', 'state'],
  ),
};

/** The routes of model cards. */
export const cardPaths: OpenApiPaths = {
  '/models/{namespace}/{name}/card': {
    get: {
      operationId: 'GetModelCard',
      tags: ['cards'],
      summary: 'Reads the card of a model, with what it lacks and its review',
      parameters: [...modelParameters, ofVersion],
      responses: {
        200: jsonResponse('The card.', 'ModelCardReport'),
        ...errorResponses(400, 404, 409),
      },
    },
  },
  '/models/{namespace}/{name}/card/markdown': {
    get: {
      operationId: 'DownloadModelCard',
      tags: ['cards'],
      summary: 'Downloads the card of a model for a hub of models',
      description:
        'Markdown with a header of YAML, as Hugging Face reads it. Evaluations of the version stand in its `model-index`; keys that nobody here knows are kept.',
      parameters: [...modelParameters, ofVersion],
      responses: {
        200: {
          description: 'The card.',
          content: { 'text/markdown': { schema: text } },
        },
        ...errorResponses(400, 404, 409),
      },
    },
  },
  '/models/{namespace}/{name}/versions/{version}/card': {
    post: {
      operationId: 'ImportVersionCard',
      tags: ['cards'],
      summary: 'Adds a card to a version, and the evaluations it tells of',
      description:
        'Older cards of the version are kept. Results in the `model-index` of the header become evaluations at the time of the version.',
      parameters: [
        ...modelParameters,
        pathParameter('version', 'Label, alias or id of the version.'),
      ],
      requestBody: jsonBody('Markdown.', 'CardText'),
      responses: {
        201: jsonResponse('The card as it was read.', 'CardImport'),
        ...errorResponses(400, 403, 404, 409, 413),
      },
    },
  },
  '/models/{namespace}/{name}/card/reviews': {
    post: {
      operationId: 'ReviewModelCard',
      tags: ['cards'],
      summary: 'Asks for the review of a card, or ends it',
      description:
        'Signed-in persons only. Owners and reviewers ask; a reviewer who is no owner and did not ask approves. A review is of one text: once that changes it is outdated.',
      parameters: modelParameters,
      requestBody: jsonBody('The choice.', 'CardReviewRequest'),
      responses: {
        201: jsonResponse('The card with its review.', 'ModelCardReport'),
        ...errorResponses(400, 403, 404, 409),
      },
    },
  },
};
