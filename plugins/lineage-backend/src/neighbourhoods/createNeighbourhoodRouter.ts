import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { NeighbourhoodReader } from './NeighbourhoodReader';
import { readNeighbourhoodRequest } from './neighbourhoodRequests';

/** The route that answers one question about many nodes. */
export function createNeighbourhoodRouter(options: {
  httpAuth: HttpAuthService;
  neighbourhoods: NeighbourhoodReader;
}): express.Router {
  const { httpAuth, neighbourhoods } = options;
  const router = Router();

  router.post('/neighbourhoods', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = readNeighbourhoodRequest(req.body);
    res.json(await neighbourhoods.read(query, { credentials }));
  });

  return router;
}
