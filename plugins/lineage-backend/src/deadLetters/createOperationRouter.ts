import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { readDeadLettersRequest, readReplayRequest } from './operationRequests';
import { OperationService } from './OperationService';

const allow: ('user' | 'service')[] = ['user', 'service'];

/** The routes that tell how taking in events goes. */
export function createOperationRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  operation: OperationService;
}): express.Router {
  const { auditor, httpAuth, operation } = options;
  const router = Router();

  router.get('/status', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json(await operation.readStatus({ credentials }));
  });

  router.get('/dead-letters', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json(
      await operation.listDeadLetters(readDeadLettersRequest(req.query), {
        credentials,
      }),
    );
  });

  router.post('/dead-letters/replay', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const ids = readReplayRequest(req.body);
    const event = await auditor.createEvent({
      eventId: 'dead-letter-replay',
      request: req,
      severityLevel: 'medium',
      meta: { ids: ids ? ids.length : 'all' },
    });
    try {
      const replayed = await operation.replay(ids, { credentials });
      await event.success({ meta: { replayed } });
      res.json({ replayed });
    } catch (error) {
      await event.fail({
        error: isError(error) ? error : new Error(String(error)),
      });
      throw error;
    }
  });

  return router;
}
