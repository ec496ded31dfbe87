import { JsonObject } from '@backstage/types';
import { aliasPaths, aliasSchemas } from './aliasPaths';
import { cardPaths, cardSchemas } from './cardPaths';
import { contractPaths } from './contractPaths';
import { contractSchemas } from './contractSchemas';
import { waiverPaths, waiverSchemas } from './waiverPaths';
import { evidencePaths } from './evidencePaths';
import { evidenceSchemas } from './evidenceSchemas';
import { dataVersionPaths, dataVersionSchemas } from './dataVersionPaths';
import { intakePaths } from './intakePaths';
import { intakeSchemas } from './intakeSchemas';
import { mlflowPaths } from './mlflowPaths';
import { mlflowSchemas } from './mlflowSchemas';
import { OpenApiPaths, OpenApiSchemas } from './parts';
import { promotionPaths } from './promotionPaths';
import { promotionSchemas } from './promotionSchemas';
import { registryPaths } from './registryPaths';
import { registrySchemas } from './registrySchemas';
import { tokenPaths, tokenSchemas } from './tokenPaths';
import { versionSearchPaths, versionSearchSchemas } from './versionSearchPaths';
import { withCommonErrors } from './withCommonErrors';

const errorSchema: JsonObject = {
  type: 'object',
  description: 'What went wrong.',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string', examples: ['InputError'] },
        message: { type: 'string' },
      },
    },
  },
};

const paths: OpenApiPaths = withCommonErrors({
  ...registryPaths,
  ...evidencePaths,
  ...promotionPaths,
  ...contractPaths,
  ...waiverPaths,
  ...intakePaths,
  ...mlflowPaths,
  ...tokenPaths,
  ...aliasPaths,
  ...cardPaths,
  ...versionSearchPaths,
  ...dataVersionPaths,
});
const schemas: OpenApiSchemas = {
  Error: errorSchema,
  ...registrySchemas,
  ...evidenceSchemas,
  ...promotionSchemas,
  ...contractSchemas,
  ...waiverSchemas,
  ...intakeSchemas,
  ...mlflowSchemas,
  ...tokenSchemas,
  ...aliasSchemas,
  ...cardSchemas,
  ...versionSearchSchemas,
  ...dataVersionSchemas,
};

/** The description of the whole HTTP interface, served at `/openapi.json`. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Understudy: models, versions and promotions',
    version: '1',
    description:
      'What the portal knows and decides about machine learning models. Every list is paged with a cursor; every error has a name and a message.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  security: [{ backstageToken: [] }],
  paths,
  components: {
    schemas,
    securitySchemes: {
      backstageToken: {
        type: 'http',
        scheme: 'bearer',
        description:
          'A Backstage token of a signed-in user, or the token of a service from `backend.auth.externalAccess`.',
      },
    },
  },
};
