import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { LineageAccess } from '../access/LineageAccess';
import { SchemaReader } from './SchemaReader';
import { readSchemaRequest } from './schemaRequests';

/** The route that tells the observed schemas of entities. */
export function createSchemaRouter(options: {
  access: LineageAccess;
  httpAuth: HttpAuthService;
  schemas: SchemaReader;
}): express.Router {
  const { access, httpAuth, schemas } = options;
  const router = Router();

  router.get('/schemas', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = readSchemaRequest(req.query);
    const view = await access.viewOf({ credentials });
    res.json(await schemas.read(query, { view }));
  });

  return router;
}
