import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { audited } from '../promotion/audited';
import { importReport } from './csv/importReport';
import { sendCsv } from './csv/sendCsv';
import { IntakeDecisionService } from './decisions/IntakeDecisionService';
import { KeptDecisionService } from './decisions/KeptDecisionService';
import { IntakeDraftService } from './drafts/IntakeDraftService';
import { IntakeListService } from './IntakeListService';
import {
  readDecisionLines,
  readDecisionListRequest,
  readDraftRequest,
  readDryRun,
  readIntakeExportRequest,
  readIntakeListRequest,
  readUploadedCsv,
} from './intakeRequests';

const allow: ('user' | 'service')[] = ['user', 'service'];

/** The routes of the intake. */
export function createIntakeRouter(options: {
  auditor: AuditorService;
  decisions: IntakeDecisionService;
  drafts: IntakeDraftService;
  httpAuth: HttpAuthService;
  kept: KeptDecisionService;
  list: IntakeListService;
}): express.Router {
  const { auditor, decisions, drafts, httpAuth, kept, list } = options;
  const router = Router();

  router.get('/intake', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json(
      await list.list(readIntakeListRequest(req.query), { credentials }),
    );
  });

  router.get('/intake/servers', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json({ items: await list.listServers({ credentials }) });
  });

  router.post('/intake/decisions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const dryRun = readDryRun(req.query);
    const lines = readDecisionLines(req.body);
    const items = await audited(
      {
        auditor,
        eventId: 'intake-decide',
        request: req,
        meta: { lines: `${lines.length}`, dryRun: `${dryRun}` },
      },
      () => decisions.decide(lines, { credentials, dryRun }),
    );
    res.json({ items });
  });

  router.get('/intake/decisions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['service'],
    });
    res.json(
      await kept.list(readDecisionListRequest(req.query), { credentials }),
    );
  });

  router.get('/intake/export', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    await sendCsv(
      res,
      list.export(readIntakeExportRequest(req.query), { credentials }),
    );
  });

  router.post('/intake/import', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const dryRun = readDryRun(req.query);
    const { lines, skipped } = readUploadedCsv(req.body);
    const items = await audited(
      {
        auditor,
        eventId: 'intake-import',
        request: req,
        meta: { lines: `${lines.length}`, dryRun: `${dryRun}` },
      },
      () => decisions.decide(lines, { credentials, dryRun }),
    );
    res.json(importReport(items, skipped));
  });

  router.post('/intake/drafts', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const yaml = await drafts.draft(readDraftRequest(req.body), {
      credentials,
    });
    res.type('text/yaml').send(yaml);
  });

  return router;
}
