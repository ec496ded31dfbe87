import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { MlflowImportService } from './MlflowImportService';

/** Routes below `/api/catalog/mlflow`. */
export function createImportRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  imports: MlflowImportService;
}): express.Router {
  const { auditor, httpAuth, imports } = options;
  const router = Router();

  router.get('/providers', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json({ items: await imports.list({ credentials }) });
  });

  router.post('/providers/:id/preview', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const controller = new AbortController();
    response.on('close', () => controller.abort());
    response.json(
      await imports.preview(request.params.id, {
        signal: controller.signal,
        credentials,
      }),
    );
  });

  for (const action of ['sync', 'release'] as const) {
    router.post(`/providers/:id/${action}`, async (request, response) => {
      const { id } = request.params;
      const event = await auditor.createEvent({
        eventId: 'mlflow-import',
        request,
        severityLevel: action === 'release' ? 'medium' : 'low',
        meta: { actionType: action, provider: id },
      });
      try {
        const credentials = await httpAuth.credentials(request, {
          allow: ['user', 'service'],
        });
        await imports[action](id, { credentials });
        await event.success();
      } catch (error) {
        assertError(error);
        await event.fail({ error });
        throw error;
      }
      response.status(202).json({ id, status: 'requested' });
    });
  }
  return router;
}
