import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v3';
import { isWellFormed } from '../database/isWellFormed';
import { additionLimits } from '../evidence/evidenceLimits';
import { modelRefFromPath } from '../models/ModelAccess';
import { audited } from '../promotion/audited';
import { parseRequest } from '../router/parseRequest';
import { boundedText } from '../router/queryParts';
import { AuthorizedCardService } from './AuthorizedCardService';

const allow: ('user' | 'service')[] = ['user', 'service'];

export const cardLimits = { note: 2000, version: 250 } as const;

const wellFormed = (most: number) =>
  boundedText(most).refine(isWellFormed, 'is not valid Unicode');
const querySchema = z
  .object({ version: boundedText(cardLimits.version).optional() })
  .strict();
const importSchema = z
  .object({ text: wellFormed(additionLimits.card) })
  .strict();
const reviewSchema = z
  .object({
    version: boundedText(cardLimits.version).optional(),
    digest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, "is not 'sha256:' and 64 digits"),
    state: z.enum(['draft', 'in_review', 'approved']),
    note: wellFormed(cardLimits.note).optional(),
  })
  .strict();

/** The routes of model cards. */
export function createCardRouter(options: {
  auditor: AuditorService;
  cards: AuthorizedCardService;
  httpAuth: HttpAuthService;
}): express.Router {
  const { auditor, cards, httpAuth } = options;
  const router = Router();

  router.get('/models/:namespace/:name/card', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    const { version } = parseRequest(querySchema, req.query, 'query');
    res.json(await cards.get(model, { credentials, version }));
  });

  router.get('/models/:namespace/:name/card/markdown', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    const { version } = parseRequest(querySchema, req.query, 'query');
    const text = await cards.export(model, { credentials, version });
    res
      .attachment(`${req.params.name}-card.md`)
      .type('text/markdown')
      .send(text);
  });

  router.post(
    '/models/:namespace/:name/versions/:version/card',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow });
      const model = modelRefFromPath(req.params.namespace, req.params.name);
      const { version } = req.params;
      const { text } = parseRequest(importSchema, req.body, 'body');
      const imported = await audited(
        {
          auditor,
          eventId: 'card-import',
          request: req,
          meta: { model, version },
        },
        () => cards.import(model, version, text, { credentials }),
      );
      res.status(201).json(imported);
    },
  );

  router.post('/models/:namespace/:name/card/reviews', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    const request = parseRequest(reviewSchema, req.body, 'body');
    const { version, state, digest } = request;
    const report = await audited(
      {
        auditor,
        eventId: 'card-review',
        request: req,
        meta: { model, version, state, digest },
      },
      () => cards.review(model, request, { credentials }),
    );
    res.status(201).json(report);
  });

  return router;
}
