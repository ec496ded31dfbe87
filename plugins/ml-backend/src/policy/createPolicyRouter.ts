import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { PolicyService } from './PolicyService';

/** `GET /policies`: which policies are in force, and faults of the files. */
export function createPolicyRouter(options: {
  httpAuth: HttpAuthService;
  policies: PolicyService;
}): express.Router {
  const { httpAuth, policies } = options;
  const router = Router();

  router.get('/policies', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json({ items: await policies.status() });
  });

  return router;
}
