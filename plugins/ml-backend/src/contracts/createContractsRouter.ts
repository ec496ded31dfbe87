import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { audited } from '../promotion/audited';
import { AuthorizedContractService } from './AuthorizedContractService';
import {
  readCheckRequest,
  readContractPage,
  readDeprecation,
  readExportRequest,
  readSentContract,
  readSubjectPath,
} from './contractRequests';

const allow: ('user' | 'service')[] = ['user', 'service'];
const SUBJECT = '/contracts/:kind/:namespace/:name';

/** The routes of contracts. */
export function createContractsRouter(options: {
  auditor: AuditorService;
  contracts: AuthorizedContractService;
  httpAuth: HttpAuthService;
  /** The routes of waivers. */
  waivers: express.Router;
}): express.Router {
  const { auditor, contracts, httpAuth } = options;
  const router = Router();
  const callerOf = async (req: express.Request) => ({
    credentials: await httpAuth.credentials(req, { allow }),
  });

  router.post('/contracts/check', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await contracts.check(readCheckRequest(req.body), caller));
  });

  router.get(SUBJECT, async (req, res) => {
    const caller = await callerOf(req);
    res.json(await contracts.getState(readSubjectPath(req.params), caller));
  });

  router.get(`${SUBJECT}/versions`, async (req, res) => {
    const caller = await callerOf(req);
    const page = readContractPage(req.query);
    res.json(
      await contracts.listVersions(readSubjectPath(req.params), page, caller),
    );
  });

  router.post(`${SUBJECT}/versions`, async (req, res) => {
    const caller = await callerOf(req);
    const subject = readSubjectPath(req.params);
    const { version, lossy, created } = await audited(
      {
        auditor,
        eventId: 'contract-publish',
        request: req,
        meta: { subject },
      },
      () => contracts.publish(subject, readSentContract(req.body), caller),
    );
    res
      .status(created ? 201 : 200)
      .json({ ...version, ...(lossy.length > 0 && { lossy }) });
  });

  router.get(`${SUBJECT}/versions/:version`, async (req, res) => {
    const caller = await callerOf(req);
    const { version, ...subject } = req.params;
    res.json(
      await contracts.getVersion(readSubjectPath(subject), version, caller),
    );
  });

  router.get(`${SUBJECT}/versions/:from/diff/:to`, async (req, res) => {
    const caller = await callerOf(req);
    const { from, to, ...subject } = req.params;
    res.json(
      await contracts.diff(readSubjectPath(subject), { from, to }, caller),
    );
  });

  router.post(`${SUBJECT}/versions/:version/deprecation`, async (req, res) => {
    const caller = await callerOf(req);
    const { version, ...params } = req.params;
    const subject = readSubjectPath(params);
    const progress = await audited(
      {
        auditor,
        eventId: 'contract-deprecate',
        request: req,
        meta: { subject, version },
      },
      () =>
        contracts.deprecate(
          subject,
          version,
          readDeprecation(req.body),
          caller,
        ),
    );
    res.status(201).json(progress);
  });

  router.get(`${SUBJECT}/consumers`, async (req, res) => {
    const caller = await callerOf(req);
    res.json(
      await contracts.listConsumers(readSubjectPath(req.params), caller),
    );
  });

  router.get(`${SUBJECT}/deprecations`, async (req, res) => {
    const caller = await callerOf(req);
    const items = await contracts.listDeprecations(
      readSubjectPath(req.params),
      caller,
    );
    res.json({ items });
  });

  router.get(`${SUBJECT}/export`, async (req, res) => {
    const caller = await callerOf(req);
    const what = readExportRequest(req.query);
    res.json(await contracts.export(readSubjectPath(req.params), what, caller));
  });

  router.use(options.waivers);

  return router;
}
