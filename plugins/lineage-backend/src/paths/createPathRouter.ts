import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { LineageAccess } from '../access/LineageAccess';
import { PathReader } from './PathReader';
import { readPathRequest } from './pathRequests';

/** The route that finds how two nodes are connected. */
export function createPathRouter(options: {
  access: LineageAccess;
  httpAuth: HttpAuthService;
  paths: PathReader;
}): express.Router {
  const { access, httpAuth, paths } = options;
  const router = Router();

  router.get('/path', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = readPathRequest(req.query);
    const view = await access.viewOf({ credentials });
    res.json(await paths.find(query, { view }));
  });

  return router;
}
