import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v3';
import { audited } from '../promotion/audited';
import { parseRequest } from '../router/parseRequest';
import { boundedText } from '../router/queryParts';
import { RegistryTokenService } from './RegistryTokenService';

export const tokenLimits = { days: 90, name: 100 } as const;

const createSchema = z
  .object({
    name: boundedText(tokenLimits.name),
    days: z.number().int().min(1).max(tokenLimits.days).default(30),
    scopes: z
      .array(z.enum(['read', 'register']))
      .min(1)
      .max(2)
      .default(['read', 'register'])
      .transform(scopes => [...new Set(scopes)].sort()),
  })
  .strict();

/** The routes by which persons look after their registry tokens. */
export function createTokenRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  tokens: RegistryTokenService;
}): express.Router {
  const { auditor, httpAuth, tokens } = options;
  const router = Router();

  router.post('/registry-tokens', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const request = parseRequest(createSchema, req.body, 'body');
    const created = await audited(
      {
        auditor,
        eventId: 'registry-token-create',
        request: req,
        meta: { name: request.name, scopes: request.scopes.join(' ') },
      },
      () => tokens.create(request, { credentials }),
    );
    res.status(201).set('cache-control', 'no-store').json(created);
  });

  router.get('/registry-tokens', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json({ items: await tokens.list({ credentials }) });
  });

  router.delete('/registry-tokens/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    await audited(
      {
        auditor,
        eventId: 'registry-token-revoke',
        request: req,
        meta: { token: id },
      },
      () => tokens.revoke(id, { credentials }),
    );
    res.status(204).end();
  });

  return router;
}
