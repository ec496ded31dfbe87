import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v3';
import { modelRefFromPath } from '../models/ModelAccess';
import { parseRequest } from '../router/parseRequest';
import { AssignmentService } from './AssignmentService';

const allow: ('user' | 'service')[] = ['user', 'service'];

const listSchema = z
  .object({
    view: z.enum(['current', 'history']).default('current'),
    at: z
      .string()
      .datetime({ offset: true, message: 'is not a time in ISO 8601' })
      .optional(),
    versionId: z.string().ulid('is not the id of a version').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
    cursor: z.string().min(1).max(26).optional(),
  })
  .strict();

/** The routes that say what is assigned where and what may be asked for. */
export function createAssignmentRouter(options: {
  httpAuth: HttpAuthService;
  assignments: AssignmentService;
}): express.Router {
  const { httpAuth, assignments } = options;
  const router = Router();

  router.get('/models/:namespace/:name/assignments', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const { view, at, versionId, limit, cursor } = parseRequest(
      listSchema,
      req.query,
      'query',
    );
    res.json(
      await assignments.list(
        modelRefFromPath(req.params.namespace, req.params.name),
        {
          when: at ? { at: new Date(at).toISOString() } : view,
          versionId,
          limit,
          cursor,
        },
        { credentials },
      ),
    );
  });

  router.get('/models/:namespace/:name/promotion-options', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    res.json(await assignments.promotionOptions(model, { credentials }));
  });

  router.get('/models/:namespace/:name/rollback-options', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    res.json({
      items: await assignments.rollbackOptions(model, { credentials }),
    });
  });

  return router;
}
