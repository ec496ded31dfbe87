import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { LineageAccess } from '../access/LineageAccess';
import { ColumnReader } from './ColumnReader';
import { readColumnRequest } from './columnRequests';

/** The route that follows fields. */
export function createColumnRouter(options: {
  access: LineageAccess;
  columns: ColumnReader;
  httpAuth: HttpAuthService;
}): express.Router {
  const { access, columns, httpAuth } = options;
  const router = Router();

  router.get('/columns', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = readColumnRequest(req.query);
    const view = await access.viewOf({ credentials });
    res.json(await columns.get(query, { view }));
  });

  return router;
}
