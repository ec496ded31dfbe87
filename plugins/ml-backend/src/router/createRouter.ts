import { intakeLimits } from '@understudy/plugin-ml-common';
import express from 'express';
import Router from 'express-promise-router';
import { openApiDocument } from '../schema/openapi';
import { explainBadBodies } from './explainBadJson';
import { nameBadValues } from './nameBadValues';
import { requestChecks } from './requestChecks';

/** Bodies above this are answered with 413. */
const BODY_LIMIT = '1mb';
/** Contracts may have thousands of fields. */
const CONTRACT_LIMIT = '2mb';

/**
 * The router of the plugin: describes itself, checks requests against the
 * description, and hands them to the routers of the features.
 */
export function createRouter(options: {
  features: readonly express.Router[];
}): express.Router {
  const router = Router();
  // Before the platform's own route, which answers an older OpenAPI version.
  router.get('/openapi.json', (_req, res) => {
    res.json(openApiDocument);
  });
  // Outside of the checked router, which turns every error into a 400.
  router.use('/contracts', express.json({ limit: CONTRACT_LIMIT }));
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(explainBadBodies);
  router.use(
    '/intake/import',
    express.text({ type: 'text/csv', limit: intakeLimits.csvBytes }),
  );
  router.use(requestChecks());
  router.use(nameBadValues);
  for (const feature of options.features) {
    router.use(feature);
  }
  return router;
}
