import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { MetricDictionary } from '../registry/MetricDictionary';
import { sendVersions } from './export/sendVersions';
import {
  readVersionExportRequest,
  readVersionSearchRequest,
} from './versionSearchRequests';
import { VersionSearchService } from './VersionSearchService';

const allow: ('user' | 'service')[] = ['user', 'service'];

/** The routes that look for versions across models. */
export function createVersionSearchRouter(options: {
  dictionary: MetricDictionary;
  httpAuth: HttpAuthService;
  search: VersionSearchService;
}): express.Router {
  const { dictionary, httpAuth, search } = options;
  const router = Router();

  router.get('/versions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json(
      await search.find(readVersionSearchRequest(req.query, dictionary), {
        credentials,
      }),
    );
  });

  router.get('/versions/export', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const { filter, format } = readVersionExportRequest(req.query, dictionary);
    await sendVersions(res, format, signal =>
      search.export(filter, { credentials, signal }),
    );
  });

  return router;
}
