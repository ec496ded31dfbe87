import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { LineageAccess } from '../access/LineageAccess';
import { GraphAnswer, GraphAnswers } from '../answers/GraphAnswers';
import { RunReader } from '../runs/RunReader';
import { readRunsRequest } from '../runs/runRequests';
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
  answers: GraphAnswers;
  details: NodeDetailReader;
  httpAuth: HttpAuthService;
  runs: RunReader;
}): express.Router {
  const { access, answers, details, httpAuth, runs } = options;
  const router = Router();

  router.get('/graph', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const query = readGraphRequest(req.query);
    sendAnswer(res, await answers.get(query, { credentials }));
  });

  router.post('/graph', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const query = readGraphBody(req.body);
    sendAnswer(res, await answers.get(query, { credentials }));
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

function sendAnswer(res: express.Response, { body, etag }: GraphAnswer): void {
  res.type('json').set('ETag', etag).send(body);
}
