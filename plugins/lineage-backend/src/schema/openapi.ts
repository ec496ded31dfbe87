import { columnPaths, columnSchemas } from './columnPaths';
import { findingsPaths, findingsSchemas } from './findingsPaths';
import { graphPaths } from './graphPaths';
import { graphSchemas } from './graphSchemas';
import { impactPaths } from './impactPaths';
import { impactSchemas } from './impactSchemas';
import { neighbourhoodPaths, neighbourhoodSchemas } from './neighbourhoodPaths';
import { observedSchemaPaths, observedSchemas } from './observedSchemaPaths';
import { operationPaths } from './operationPaths';
import { operationSchemas } from './operationSchemas';
import { OpenApiPaths, OpenApiSchemas } from './parts';
import { unmappedPaths, unmappedSchemas } from './unmappedPaths';

const paths: OpenApiPaths = {
  ...graphPaths,
  ...impactPaths,
  ...columnPaths,
  ...neighbourhoodPaths,
  ...findingsPaths,
  ...observedSchemaPaths,
  ...unmappedPaths,
  ...operationPaths,
};
const schemas: OpenApiSchemas = {
  ...operationSchemas,
  ...graphSchemas,
  ...impactSchemas,
  ...columnSchemas,
  ...neighbourhoodSchemas,
  ...findingsSchemas,
  ...observedSchemas,
  ...unmappedSchemas,
};

/** The description of the whole HTTP interface, served at `/openapi.json`. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Understudy: lineage',
    version: '1',
    description:
      'Takes OpenLineage events and answers what depends on what. Every answer is bounded and says when it is not the whole; every error has a name and a message.',
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
