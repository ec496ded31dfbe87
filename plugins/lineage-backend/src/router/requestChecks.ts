import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import express from 'express';
import { openApiDocument } from '../schema/openapi';

let checks: express.Router | undefined;

/**
 * Checks requests against the description of the plugin. Made once, as reading
 * the description takes most of a second, and shared by all routers: it keeps
 * nothing of a request and does not know where it is mounted.
 */
export function requestChecks(): express.Router {
  checks ??= createChecks();
  return checks;
}

function createChecks(): express.Router {
  // A copy, because the check resolves references in place.
  const description: Parameters<typeof createValidatedOpenApiRouter>[0] =
    JSON.parse(JSON.stringify(openApiDocument));
  return createValidatedOpenApiRouter(description, {
    // Bodies are parsed already; an empty list is not accepted here.
    middleware: [(_req, _res, next) => next()],
    // Callers are told apart by the platform, which answers 401.
    validatorOptions: { validateSecurity: false },
  });
}
