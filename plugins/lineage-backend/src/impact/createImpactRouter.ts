import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { ImpactNotifier } from './ImpactNotifier';
import { impactLimits } from './impactLimits';
import { readImpactRequest, readNoticeRequest } from './impactRequests';
import { ImpactService } from './ImpactService';
import { sendImpactCsv } from './sendImpactCsv';

/** The routes that say what a change touches. */
export function createImpactRouter(options: {
  httpAuth: HttpAuthService;
  impact: ImpactService;
  notifier: ImpactNotifier;
}): express.Router {
  const { httpAuth, impact, notifier } = options;
  const router = Router();

  router.get('/impact', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    res.vary('Accept');
    const { query, limit } = readImpactRequest(req.query);
    if (req.accepts(['application/json', 'text/csv']) === 'text/csv') {
      const found = await impact.find(
        { ...query, most: impactLimits.rows },
        { credentials },
      );
      await sendImpactCsv(res, found);
      return;
    }
    res.json(await impact.get(query, { credentials, limit }));
  });

  router.post('/impact/notify', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json(
      await notifier.notify(readNoticeRequest(req.body), {
        credentials,
        request: req,
      }),
    );
  });

  return router;
}
