import { JsonObject } from '@backstage/types';
import {
  errorResponses,
  idempotencyKeyParameter,
  jsonBody,
  jsonResponse,
  modelParameters,
  OpenApiPaths,
  pathParameter,
} from './parts';

const versionParameter = pathParameter(
  'version',
  'A label, an alias or the id of the version.',
);

/** Takes a version back; stands beside the operation that reads it. */
export const deleteVersionOperation: OpenApiPaths[string] = {
  delete: {
    operationId: 'DeleteModelVersion',
    tags: ['versions'],
    summary: 'Takes back the registration of a version that the portal keeps',
    description:
      'Nothing is lost: the version stays readable with a `tombstone`, its label stays taken, and it can no longer be promoted. For those who may register versions. Answers 409 while the version is assigned, while a promotion of it is open, while an alias that a policy protects points at it, and for versions that a registry server or a file holds.',
    parameters: [
      ...modelParameters,
      pathParameter('version', 'The label or the id of the version.'),
    ],
    requestBody: jsonBody('Why.', 'VersionDeletion'),
    responses: {
      200: jsonResponse('The version with its tombstone.', 'ModelVersion'),
      ...errorResponses(400, 403, 404, 409, 413),
    },
  },
};

/** The routes of evidence on versions of models. */
export const evidencePaths: OpenApiPaths = {
  '/models/{namespace}/{name}/versions/{version}/evidence': evidenceOperations(
    '',
    modelParameters,
  ),
};

/** What can be asked of and added to the versions of one kind of thing. */
export function evidenceOperations(
  /** Part of the names of the operations: empty for models. */
  of: '' | 'FeatureView' | 'Dataset',
  /** Those that name the entity. */
  entityParameters: JsonObject[],
): OpenApiPaths[string] {
  return {
    get: {
      operationId: `Get${of}VersionEvidence`,
      tags: ['versions'],
      summary: 'Reads everything that was added to a version',
      parameters: [...entityParameters, versionParameter],
      responses: {
        200: jsonResponse('The evidence.', 'VersionEvidence'),
        ...errorResponses(400, 404, 409),
      },
    },
    post: {
      operationId: `Add${of}VersionEvidence`,
      tags: ['versions'],
      summary: 'Adds evidence to a version, whatever its home',
      description:
        'For builds and evaluation jobs, with the token of a service that has the permission `ml.version.register`, and for owners of the entity. Evidence is added and never changed: what is there already adds nothing, and an artifact or a baseline that contradicts what is known is answered with 409.',
      parameters: [
        ...entityParameters,
        versionParameter,
        idempotencyKeyParameter,
      ],
      requestBody: jsonBody('What to add.', 'EvidenceAddition'),
      responses: {
        201: jsonResponse(
          'All evidence of the version, as it is now.',
          'VersionEvidence',
        ),
        ...errorResponses(400, 403, 404, 409, 413, 422),
      },
    },
  };
}
