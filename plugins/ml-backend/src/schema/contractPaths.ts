import { JsonObject } from '@backstage/types';
import { exportFormats } from '../contracts/exportContract';
import {
  errorResponses,
  jsonBody,
  jsonResponse,
  OpenApiPaths,
  pathParameter,
  queryParameter,
} from './parts';

const tags = ['contracts'];
const refPart: JsonObject = { type: 'string', minLength: 1, maxLength: 63 };
/** The parameters of the entity that a contract is about. */
export const contractSubject = [
  pathParameter('kind', 'Kind of the entity, such as `featureview`.', refPart),
  pathParameter('namespace', 'Namespace of the entity.', refPart),
  pathParameter('name', 'Name of the entity.', refPart),
];
const versionText: JsonObject = {
  type: 'string',
  minLength: 1,
  maxLength: 128,
};
/** The path of the contract of an entity. */
export const contractBase = '/contracts/{kind}/{namespace}/{name}';

/** The operations on contracts. */
export const contractPaths: OpenApiPaths = {
  '/contracts/check': {
    post: {
      operationId: 'CheckContract',
      tags,
      summary: 'Tells what a proposed contract breaks; changes nothing',
      description:
        'Judges it against the versions before and against each consumer that is known: by contracts of their own, by relations of the catalog, and by lineage. Whoever may read the subject may ask. Equal questions get equal answers.',
      requestBody: jsonBody('What is proposed.', 'ContractCheckRequest'),
      responses: {
        200: jsonResponse('What it does.', 'ContractCheck'),
        ...errorResponses(400, 404, 413),
      },
    },
  },
  [contractBase]: {
    get: {
      operationId: 'GetContract',
      tags,
      summary: 'Reads the contract that holds now, and what is wrong with it',
      parameters: contractSubject,
      responses: {
        200: jsonResponse('What holds now.', 'ContractState'),
        ...errorResponses(400, 404),
      },
    },
  },
  [`${contractBase}/versions`]: {
    get: {
      operationId: 'ListContractVersions',
      tags,
      summary: 'Lists the versions of a contract, newest first',
      parameters: [
        ...contractSubject,
        queryParameter('limit', 'Items of a page.', {
          type: 'integer',
          minimum: 1,
          maximum: 100,
          default: 25,
        }),
        queryParameter('cursor', 'Continues a list.', {
          type: 'string',
          minLength: 1,
          maxLength: 1000,
        }),
      ],
      responses: {
        200: jsonResponse('A page of versions.', 'ContractVersionPage'),
        ...errorResponses(400, 404),
      },
    },
    post: {
      operationId: 'PublishContract',
      tags,
      summary: 'Stores a version of a contract',
      description:
        'Needs `ml.contract.publish` on the entity; a person also has to own it. A draft may be replaced under its number, and what was active never is. A schema in another format gets the number that its change asks for.',
      parameters: contractSubject,
      requestBody: jsonBody('The contract, or a schema.', 'SentContract'),
      responses: {
        200: jsonResponse(
          'It was stored before, its draft was replaced or its status moved on.',
          'ContractVersion',
        ),
        201: jsonResponse('It is a new version.', 'ContractVersion'),
        ...errorResponses(400, 403, 404, 409, 413),
      },
    },
  },
  [`${contractBase}/versions/{version}`]: {
    get: {
      operationId: 'GetContractVersion',
      tags,
      summary: 'Reads a version with its document and what it did',
      parameters: [
        ...contractSubject,
        pathParameter('version', 'Semantic version.', versionText),
      ],
      responses: {
        200: jsonResponse('The version.', 'ContractVersion'),
        ...errorResponses(400, 404),
      },
    },
  },
  [`${contractBase}/versions/{from}/diff/{to}`]: {
    get: {
      operationId: 'DiffContractVersions',
      tags,
      summary: 'Tells what changed between two versions',
      parameters: [
        ...contractSubject,
        pathParameter('from', 'The earlier one.', versionText),
        pathParameter('to', 'The later one.', versionText),
      ],
      responses: {
        200: jsonResponse('The differences.', 'ContractDiff'),
        ...errorResponses(400, 404),
      },
    },
  },
  [`${contractBase}/versions/{version}/deprecation`]: {
    post: {
      operationId: 'DeprecateContract',
      tags,
      summary: 'Announces that a version or a field of it will be removed',
      description:
        'Needs what publishing needs. The owners of consumers in production are told once. A date nearer than the notice that the contract promises is refused as DEPRECATION_TOO_SHORT.',
      parameters: [
        ...contractSubject,
        pathParameter('version', 'Semantic version.', versionText),
      ],
      requestBody: jsonBody(
        'What goes, when and why.',
        'ContractDeprecationRequest',
      ),
      responses: {
        201: jsonResponse('Who uses it now.', 'DeprecationProgress'),
        ...errorResponses(400, 403, 404, 409),
      },
    },
  },
  [`${contractBase}/consumers`]: {
    get: {
      operationId: 'ListContractConsumers',
      tags,
      summary: 'Lists who relies on it, and on which fields',
      parameters: contractSubject,
      responses: {
        200: jsonResponse(
          'Those that the caller may read.',
          'ContractConsumers',
        ),
        ...errorResponses(400, 404),
      },
    },
  },
  [`${contractBase}/deprecations`]: {
    get: {
      operationId: 'ListContractDeprecations',
      tags,
      summary: 'Tells how far consumers have moved away from what will go',
      parameters: contractSubject,
      responses: {
        200: jsonResponse('Each deprecation.', 'DeprecationList'),
        ...errorResponses(400, 404),
      },
    },
  },
  [`${contractBase}/export`]: {
    get: {
      operationId: 'ExportContract',
      tags,
      summary: 'Writes a contract in another format',
      parameters: [
        ...contractSubject,
        {
          ...queryParameter('format', 'What to write it as.', {
            type: 'string',
            enum: exportFormats,
          }),
          required: true,
        },
        queryParameter(
          'version',
          'Semantic version; the one that holds now when left out.',
          versionText,
        ),
      ],
      responses: {
        200: jsonResponse('The contract.', 'ContractExport'),
        ...errorResponses(400, 404, 409),
      },
    },
  },
};
