import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { LineageAccess } from '../access/LineageAccess';
import { RunReader } from '../runs/RunReader';
import { readRunsRequest } from '../runs/runRequests';
import { AuthorizedLineageReader } from './AuthorizedLineageReader';
import {
  readGraphBody,
  readGraphRequest,
  readNodeRequest,
} from './graphRequests';
import { NodeDetailReader } from './NodeDetailReader';

const allow: ('user' | 'service')[] = ['user', 'service'];

/** The routes that read the graph around a node, and what hangs off it. */
export function createGraphRouter(options: {
  access: LineageAccess;
  details: NodeDetailReader;
  httpAuth: HttpAuthService;
  lineage: AuthorizedLineageReader;
  runs: RunReader;
}): express.Router {
  const { access, details, httpAuth, lineage, runs } = options;
  const router = Router();

  router.get('/graph', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const query = readGraphRequest(req.query);
    res.json(await lineage.getGraph(query, { credentials }));
  });

  router.post('/graph', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const query = readGraphBody(req.body);
    res.json(await lineage.getGraph(query, { credentials }));
  });

  router.get('/nodes/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const name = readNodeRequest(req.params);
    const view = await access.viewOf({ credentials });
    res.json(await details.get(name, { view }));
  });

  router.get('/runs', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const query = readRunsRequest(req.query);
    const view = await access.viewOf({ credentials });
    res.json(
      'used' in query
        ? await runs.listUsing(query, { view })
        : await runs.list(query, { view }),
    );
  });

  return router;
}
