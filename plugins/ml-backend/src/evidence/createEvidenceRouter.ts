import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import express from 'express';
import Router from 'express-promise-router';
import { audited } from '../promotion/audited';
import { AuthorizedEvidenceService } from './AuthorizedEvidenceService';
import { readDeletion, readEvidenceAddition } from './evidenceRequests';

const allow: ('user' | 'service')[] = ['user', 'service'];

/** What has versions, as paths and as the catalog name it. */
const collections = [
  { collection: 'models', kind: 'model' },
  { collection: 'feature-views', kind: 'featureview' },
  { collection: 'datasets', kind: 'dataset' },
] as const;

interface EvidenceRouterOptions {
  auditor: AuditorService;
  evidence: AuthorizedEvidenceService;
  httpAuth: HttpAuthService;
}

/** The routes of evidence on versions, and those that take versions back. */
export function createEvidenceRouter(
  options: EvidenceRouterOptions,
): express.Router {
  const router = Router();
  for (const each of collections) {
    addRoutes(router, { ...options, ...each });
  }
  return router;
}

function addRoutes(
  router: express.Router,
  options: EvidenceRouterOptions & (typeof collections)[number],
): void {
  const { auditor, collection, evidence, httpAuth, kind } = options;
  const version = `/${collection}/:namespace/:name/versions/:version` as const;
  const refOf = ({ namespace, name }: { namespace: string; name: string }) =>
    stringifyEntityRef({ kind, namespace, name });

  router.get(`${version}/evidence`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json(
      await evidence.get(refOf(req.params), req.params.version, {
        credentials,
      }),
    );
  });

  router.post(`${version}/evidence`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const ref = refOf(req.params);
    const addition = readEvidenceAddition(req.body);
    const answer = await audited(
      {
        auditor,
        eventId: 'version-evidence-add',
        request: req,
        meta: { [kind]: ref, version: req.params.version },
      },
      () =>
        evidence.add(ref, req.params.version, addition, {
          credentials,
          idempotencyKey: req.header('idempotency-key'),
        }),
    );
    res.status(201).json(answer);
  });

  router.delete(version, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const ref = refOf(req.params);
    const { reason } = readDeletion(req.body);
    const deleted = await audited(
      {
        auditor,
        eventId: 'version-delete',
        request: req,
        meta: { [kind]: ref, version: req.params.version, reason },
      },
      () => evidence.delete(ref, req.params.version, reason, { credentials }),
    );
    res.json(deleted);
  });
}
