import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import express from 'express';
import Router from 'express-promise-router';
import { audited } from '../promotion/audited';
import { AuthorizedRegistryService } from '../registry/AuthorizedRegistryService';
import { readVersionListRequest } from '../registry/registryRequests';
import {
  NewDataVersion,
  readDatasetVersion,
  readFeatureViewVersion,
} from './dataVersionRequests';
import { DataVersionService } from './DataVersionService';

const allow: ('user' | 'service')[] = ['user', 'service'];

/** The routes of the versions of feature views and datasets. */
export function createDataVersionRouter(options: {
  auditor: AuditorService;
  dataVersions: DataVersionService;
  httpAuth: HttpAuthService;
  registry: AuthorizedRegistryService;
}): express.Router {
  const router = Router();
  addRoutes(router, 'feature-views', {
    ...options,
    kind: 'featureview',
    readVersion: readFeatureViewVersion,
  });
  addRoutes(router, 'datasets', {
    ...options,
    kind: 'dataset',
    readVersion: readDatasetVersion,
  });
  return router;
}

function addRoutes(
  router: express.Router,
  collection: 'feature-views' | 'datasets',
  options: {
    auditor: AuditorService;
    dataVersions: DataVersionService;
    httpAuth: HttpAuthService;
    registry: AuthorizedRegistryService;
    kind: 'featureview' | 'dataset';
    /** Reads the body of a registration. Throws InputError. */
    readVersion: (body: unknown) => NewDataVersion;
  },
): void {
  const { auditor, dataVersions, httpAuth, kind, readVersion, registry } =
    options;
  const refOf = ({ namespace, name }: { namespace: string; name: string }) =>
    stringifyEntityRef({ kind, namespace, name });

  router.get(`/${collection}/:namespace/:name/versions`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json(
      await registry.listVersions(
        refOf(req.params),
        readVersionListRequest(req.query),
        { credentials },
      ),
    );
  });

  router.get(
    `/${collection}/:namespace/:name/versions/:version`,
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow });
      res.json(
        await registry.getVersion(refOf(req.params), req.params.version, {
          credentials,
        }),
      );
    },
  );

  router.post(`/${collection}/:namespace/:name/versions`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const ref = refOf(req.params);
    const version = readVersion(req.body);
    const stored = await audited(
      {
        auditor,
        eventId: 'version-register',
        request: req,
        meta: { entity: ref, label: version.registration.label },
      },
      () =>
        dataVersions.register(ref, version, {
          credentials,
          idempotencyKey: req.header('idempotency-key'),
        }),
    );
    res.status(201).json(stored);
  });
}
