import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v3';
import { parseRequest } from '../router/parseRequest';
import { LedgerService } from './LedgerService';

const allow: ('user' | 'service')[] = ['user', 'service'];
const time = z
  .string()
  .datetime({ offset: true, message: 'is not a time in ISO 8601' })
  .transform(text => new Date(text).toISOString());

const listSchema = z
  .object({
    subject: z.string().min(1).max(600).optional(),
    type: z.string().min(1).max(128).optional(),
    correlationId: z.string().min(1).max(64).optional(),
    from: time.optional(),
    to: time.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().min(1).max(20).optional(),
  })
  .strict();

/** The routes of the ledger. */
export function createLedgerRouter(options: {
  httpAuth: HttpAuthService;
  ledger: LedgerService;
}): express.Router {
  const { httpAuth, ledger } = options;
  const router = Router();

  router.get('/ledger', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const query = parseRequest(listSchema, req.query, 'query');
    res.json(await ledger.list(query, { credentials }));
  });

  router.get('/ledger/verify', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json(await ledger.verify({ credentials }));
  });

  return router;
}
