import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v3';
import { LineageAccess } from '../access/LineageAccess';
import { parseRequest } from '../router/parseRequest';
import { nodeId } from '../router/requestParts';
import { FindingsReader } from './FindingsReader';

const schema = z.object({ root: nodeId }).strict();

/** The route that says where the catalog and what was observed disagree. */
export function createFindingsRouter(options: {
  access: LineageAccess;
  findings: FindingsReader;
  httpAuth: HttpAuthService;
}): express.Router {
  const { access, findings, httpAuth } = options;
  const router = Router();

  router.get('/findings', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { root } = parseRequest(schema, req.query, 'query');
    const view = await access.viewOf({ credentials });
    res.json(await findings.find(root, { view }));
  });

  return router;
}
