import express from 'express';
import Router from 'express-promise-router';
import { openApiDocument } from '../schema/openapi';
import { nameBadValues } from './nameBadValues';
import { requestChecks } from './requestChecks';

/** Bodies above this are answered with 413. */
const BODY_LIMIT = '100kb';
/** Names as many nodes as are drawn, whose ids can be long. */
const GRAPH_BODY_LIMIT = '1mb';

/**
 * The router of the plugin: describes itself, lets senders of events in, checks
 * all other requests against the description, and hands them to the routers of
 * the features.
 */
export function createRouter(options: {
  /** Reads and checks bodies itself. */
  ingestion: express.Router;
  features: readonly express.Router[];
}): express.Router {
  const router = Router();
  // Before the platform's own route, which answers an older OpenAPI version.
  router.get('/openapi.json', (_req, res) => {
    res.json(openApiDocument);
  });
  router.use(options.ingestion);
  // Outside of the checked router, which turns every error into a 400.
  router.use('/graph', express.json({ limit: GRAPH_BODY_LIMIT }));
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(requestChecks());
  router.use(nameBadValues);
  for (const feature of options.features) {
    router.use(feature);
  }
  return router;
}
