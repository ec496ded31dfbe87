import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { ModelListService } from './ModelListService';
import { readModelListRequest } from './modelRequests';

/** The routes of the list of models. */
export function createModelsRouter(options: {
  httpAuth: HttpAuthService;
  models: ModelListService;
}): express.Router {
  const { httpAuth, models } = options;
  const router = Router();

  router.get('/models', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    res.json(
      await models.listModels(readModelListRequest(req.query), { credentials }),
    );
  });

  return router;
}
