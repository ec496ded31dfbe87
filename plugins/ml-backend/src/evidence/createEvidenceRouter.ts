import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { modelRefFromPath } from '../models/ModelAccess';
import { audited } from '../promotion/audited';
import { AuthorizedEvidenceService } from './AuthorizedEvidenceService';
import { readDeletion, readEvidenceAddition } from './evidenceRequests';

const allow: ('user' | 'service')[] = ['user', 'service'];

/** The routes of evidence on versions, and the one that takes versions back. */
export function createEvidenceRouter(options: {
  auditor: AuditorService;
  evidence: AuthorizedEvidenceService;
  httpAuth: HttpAuthService;
}): express.Router {
  const { auditor, evidence, httpAuth } = options;
  const router = Router();
  const version = '/models/:namespace/:name/versions/:version';

  router.get(`${version}/evidence`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    res.json(await evidence.get(model, req.params.version, { credentials }));
  });

  router.post(`${version}/evidence`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    const addition = readEvidenceAddition(req.body);
    const answer = await audited(
      {
        auditor,
        eventId: 'version-evidence-add',
        request: req,
        meta: { model, version: req.params.version },
      },
      () =>
        evidence.add(model, req.params.version, addition, {
          credentials,
          idempotencyKey: req.header('idempotency-key'),
        }),
    );
    res.status(201).json(answer);
  });

  router.delete(version, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    const { reason } = readDeletion(req.body);
    const deleted = await audited(
      {
        auditor,
        eventId: 'version-delete',
        request: req,
        meta: { model, version: req.params.version, reason },
      },
      () => evidence.delete(model, req.params.version, reason, { credentials }),
    );
    res.json(deleted);
  });

  return router;
}
