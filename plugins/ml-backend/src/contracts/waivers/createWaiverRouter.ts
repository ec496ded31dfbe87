import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { audited } from '../../promotion/audited';
import { readSubjectPath } from '../contractRequests';
import { AuthorizedWaiverService } from './AuthorizedWaiverService';
import {
  readWaiverDecision,
  readWaiverId,
  readWaiverList,
  readWaiverRequest,
  readWaiverRevocation,
} from './waiverRequests';

const allow: ('user' | 'service')[] = ['user', 'service'];
const BASE = '/contracts/:kind/:namespace/:name/waivers';

/** The routes of waivers. */
export function createWaiverRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  waivers: AuthorizedWaiverService;
}): express.Router {
  const { auditor, httpAuth, waivers } = options;
  const router = Router();
  const callerOf = async (req: express.Request) => ({
    credentials: await httpAuth.credentials(req, { allow }),
  });

  router.get(BASE, async (req, res) => {
    const caller = await callerOf(req);
    const list = readWaiverList(req.query);
    res.json(await waivers.list(readSubjectPath(req.params), list, caller));
  });

  router.post(BASE, async (req, res) => {
    const caller = await callerOf(req);
    const subject = readSubjectPath(req.params);
    const items = await audited(
      {
        auditor,
        eventId: 'contract-waiver-ask',
        request: req,
        meta: { subject },
      },
      () => waivers.ask(subject, readWaiverRequest(req.body), caller),
    );
    res.status(201).json({ items });
  });

  router.post(`${BASE}/:id/decision`, async (req, res) => {
    const caller = await callerOf(req);
    const { id, ...params } = req.params;
    const subject = readSubjectPath(params);
    const waiver = await audited(
      {
        auditor,
        eventId: 'contract-waiver-decide',
        request: req,
        meta: { subject, waiver: id },
      },
      () =>
        waivers.decide(
          subject,
          readWaiverId(id),
          readWaiverDecision(req.body),
          caller,
        ),
    );
    res.status(201).json(waiver);
  });

  router.post(`${BASE}/:id/revocation`, async (req, res) => {
    const caller = await callerOf(req);
    const { id, ...params } = req.params;
    const subject = readSubjectPath(params);
    const waiver = await audited(
      {
        auditor,
        eventId: 'contract-waiver-revoke',
        request: req,
        meta: { subject, waiver: id },
      },
      () =>
        waivers.revoke(
          subject,
          readWaiverId(id),
          readWaiverRevocation(req.body).reason,
          caller,
        ),
    );
    res.status(201).json(waiver);
  });

  return router;
}
