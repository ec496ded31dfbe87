import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { IngestionService } from './IngestionService';
import { MAX_BODY_BYTES } from './limits';
import { parseBody } from './parseBody';
import { readBody } from './readBody';

const RETRY_AFTER_SECONDS = 5;
const allow: ('user' | 'service')[] = ['user', 'service'];

/**
 * The door of OpenLineage clients. Bodies are read here and not before, so that
 * nobody without the permission can send big ones.
 */
export function createIngestionRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  service: IngestionService;
}): express.Router {
  const { auditor, httpAuth, service } = options;
  const router = Router();

  router.post('/api/v1/lineage', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    await service.requireSender({ credentials });
    const event = parseBody(await readBody(req, MAX_BODY_BYTES));
    await service.accept(event, { credentials });
    res.status(201).end();
  });

  router.post('/api/v1/lineage/batch', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    await service.requireSender({ credentials });
    const audited = await auditor.createEvent({
      eventId: 'event-batch-ingest',
      request: req,
      severityLevel: 'low',
    });
    try {
      const events = parseBody(await readBody(req, MAX_BODY_BYTES));
      const answer = await service.acceptBatch(events, { credentials });
      await audited.success({ meta: answer.summary });
      res.json(answer);
    } catch (error) {
      await audited.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  });

  router.use(askToRetry);
  return router;
}

/** Clients of OpenLineage send again after 503; this says when. */
function askToRetry(
  error: unknown,
  _req: express.Request,
  res: express.Response,
  next: express.NextFunction,
): void {
  if (error instanceof ServiceUnavailableError) {
    res.set('Retry-After', String(RETRY_AFTER_SECONDS));
  }
  next(error);
}
