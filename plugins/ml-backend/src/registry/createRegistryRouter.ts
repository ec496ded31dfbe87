import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { modelRefFromPath } from '../models/ModelAccess';
import { AuthorizedRegistryService } from './AuthorizedRegistryService';
import {
  readVersionListRequest,
  readVersionRegistration,
  readVersionTexts,
} from './registryRequests';

const allow: ('user' | 'service')[] = ['user', 'service'];

/** The routes of versions and registries. */
export function createRegistryRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  registry: AuthorizedRegistryService;
}): express.Router {
  const { auditor, httpAuth, registry } = options;
  const router = Router();

  router.get('/models/:namespace/:name/versions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    res.json(
      await registry.listVersions(model, readVersionListRequest(req.query), {
        credentials,
      }),
    );
  });

  router.get('/models/:namespace/:name/versions/compare', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    res.json(
      await registry.compareVersions(model, readVersionTexts(req.query), {
        credentials,
      }),
    );
  });

  router.get('/models/:namespace/:name/versions/:version', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    res.json(
      await registry.getVersion(model, req.params.version, { credentials }),
    );
  });

  router.post('/models/:namespace/:name/versions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    const registration = readVersionRegistration(req.body);
    const event = await auditor.createEvent({
      eventId: 'version-register',
      request: req,
      severityLevel: 'medium',
      meta: { model, label: registration.label },
    });
    try {
      const version = await registry.registerVersion(model, registration, {
        credentials,
        idempotencyKey: req.header('idempotency-key'),
      });
      await event.success({ meta: { versionId: version.id } });
      res.status(201).json(version);
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });

  router.get('/registries', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json({ items: await registry.listSources({ credentials }) });
  });

  router.post('/registries/:server/sync', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const { server } = req.params;
    const event = await auditor.createEvent({
      eventId: 'registry-sync',
      request: req,
      severityLevel: 'low',
      meta: { server },
    });
    try {
      const status = await registry.requestSync(server, { credentials });
      await event.success();
      res.status(202).json(status);
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });

  return router;
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
