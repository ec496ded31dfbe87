import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { readDraftRequest, readUnmappedRequest } from './unmappedRequests';
import { UnmappedService } from './UnmappedService';

const allow: ('user' | 'service')[] = ['user', 'service'];

/** The routes about what was observed and is not in the catalog. */
export function createUnmappedRouter(options: {
  httpAuth: HttpAuthService;
  unmapped: UnmappedService;
}): express.Router {
  const { httpAuth, unmapped } = options;
  const router = Router();

  router.get('/unmapped', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const query = readUnmappedRequest(req.query);
    res.json(await unmapped.list(query, { credentials }));
  });

  router.post('/unmapped/draft', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const names = readDraftRequest(req.body);
    res.json(await unmapped.draft(names, { credentials }));
  });

  return router;
}
