import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import { boundedText } from '../router/queryParts';
import { PortalModelService } from './PortalModelService';

const listSchema = z.object({ cursor: boundedText(26).optional() }).strict();

/** The route by which the catalog hears of models that the portal keeps. */
export function createPortalModelRouter(options: {
  httpAuth: HttpAuthService;
  portalModels: PortalModelService;
}): express.Router {
  const { httpAuth, portalModels } = options;
  const router = Router();

  router.get('/portal-models', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['service'] });
    res.json(
      await portalModels.list(parseRequest(listSchema, req.query, 'query'), {
        credentials,
      }),
    );
  });

  return router;
}
