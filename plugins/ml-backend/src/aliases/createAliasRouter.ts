import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v3';
import { modelRefFromPath } from '../models/ModelAccess';
import { audited } from '../promotion/audited';
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
  httpAuth: HttpAuthService;
}): express.Router {
  const { aliases, auditor, httpAuth } = options;
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
    res.json(
      await audited(
        {
          auditor,
          eventId: 'alias-drift-choose',
          request: req,
          meta: { model, id, choice: decision.choice },
        },
        () => aliases.choose(model, id, decision, { credentials }),
      ),
    );
  });

  return router;
}
