import {
  AuditorService,
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v3';
import { modelRefFromPath } from '../models/ModelAccess';
import { actorOf } from '../promotion/Actor';
import { audited } from '../promotion/audited';
import { Answer, IdempotencyKeys } from '../promotion/IdempotencyKeys';
import { parseRequest } from '../router/parseRequest';
import { boundedText, pageLimit } from '../router/queryParts';
import { AuthorizedAliasService } from './AuthorizedAliasService';

const allow: ('user' | 'service')[] = ['user', 'service'];

const historySchema = z
  .object({
    alias: boundedText(255).optional(),
    limit: pageLimit(50),
    cursor: z.string().ulid('is not a cursor of this list').optional(),
  })
  .strict();

const decisionSchema = z
  .object({
    choice: z.enum(['report', 'adopt', 'revert']),
    reason: boundedText(2000).refine(text => text.trim() !== '', 'is empty'),
  })
  .strict();

/** The routes of what became of aliases. */
export function createAliasRouter(options: {
  aliases: AuthorizedAliasService;
  auditor: AuditorService;
  auth: AuthService;
  idempotency: IdempotencyKeys;
  httpAuth: HttpAuthService;
}): express.Router {
  const { aliases, auditor, auth, httpAuth, idempotency } = options;
  const router = Router();

  router.get('/models/:namespace/:name/alias-history', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    const query = parseRequest(historySchema, req.query, 'query');
    res.json(await aliases.listChanges(model, query, { credentials }));
  });

  router.get('/models/:namespace/:name/alias-drift', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    res.json({ items: await aliases.listDrifts(model, { credentials }) });
  });

  router.post('/models/:namespace/:name/alias-drift/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    const { id } = req.params;
    const decision = parseRequest(decisionSchema, req.body, 'body');
    const run = async (): Promise<Answer> => ({
      status: 200,
      body: await aliases.choose(model, id, decision, { credentials }),
    });
    const key = req.header('idempotency-key');
    const { ref, onBehalfOf = '' } = actorOf(credentials, auth);
    const answer = await audited(
      {
        auditor,
        eventId: 'alias-drift-choose',
        request: req,
        meta: { model, id, choice: decision.choice },
      },
      () =>
        key === undefined
          ? run()
          : idempotency.once(
              {
                principal: [ref, onBehalfOf].join(' ').trim(),
                key,
                request: [req.method, req.path, req.body],
              },
              run,
            ),
    );
    res.status(answer.status).json(answer.body);
  });

  return router;
}
