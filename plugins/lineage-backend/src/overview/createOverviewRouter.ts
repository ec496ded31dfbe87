import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { LineageAccess } from '../access/LineageAccess';
import { OverviewReader } from './OverviewReader';
import { readOverviewRequest } from './overviewRequests';

/** The route that reads everything around a node, for a map. */
export function createOverviewRouter(options: {
  access: LineageAccess;
  httpAuth: HttpAuthService;
  overview: OverviewReader;
}): express.Router {
  const { access, httpAuth, overview } = options;
  const router = Router();

  router.get('/overview', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = readOverviewRequest(req.query);
    const view = await access.viewOf({ credentials });
    res.json(await overview.get(query, { view }));
  });

  return router;
}
