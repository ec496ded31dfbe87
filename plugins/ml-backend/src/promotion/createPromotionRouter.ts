import {
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { modelRefFromPath } from '../models/ModelAccess';
import { actorOf } from './Actor';
import { audited } from './audited';
import { AuthorizedPromotionService } from './AuthorizedPromotionService';
import { Answer, IdempotencyKeys } from './IdempotencyKeys';
import {
  readCancel,
  readDecision,
  readPromotionList,
  readPromotionRequest,
  readReason,
  readRevision,
  readRollback,
} from './promotionRequests';

const allow: ('user' | 'service')[] = ['user', 'service'];

/** The routes of promotions and rollbacks. */
export function createPromotionRouter(options: {
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  promotions: AuthorizedPromotionService;
  idempotency: IdempotencyKeys;
}): express.Router {
  const { auditor, auth, httpAuth, promotions, idempotency } = options;
  const router = Router();

  /** Runs a change, audited, and once per `Idempotency-Key`. */
  const change = async (
    req: express.Request,
    res: express.Response,
    how: {
      eventId: string;
      meta: { [name: string]: string | undefined };
      run: (credentials: BackstageCredentials) => Promise<Answer>;
    },
  ) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const answer = await audited({ auditor, request: req, ...how }, () => {
      const key = req.header('idempotency-key');
      const run = () => how.run(credentials);
      const { ref, onBehalfOf = '' } = actorOf(credentials, auth);
      return key === undefined
        ? run()
        : idempotency.once(
            {
              principal: [ref, onBehalfOf].join(' ').trim(),
              key,
              request: [req.method, req.path, req.body ?? null],
            },
            run,
          );
    });
    res.status(answer.status).json(answer.body);
  };

  router.post('/promotions', async (req, res) => {
    const { model, input } = readPromotionRequest(req.body);
    await change(req, res, {
      eventId: 'promotion-request',
      meta: { model, version: input.version, stage: input.stage },
      run: async credentials => {
        const { promotion, created } = await promotions.request(model, input, {
          credentials,
        });
        return { status: created ? 201 : 200, body: promotion };
      },
    });
  });

  router.get('/promotions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const query = readPromotionList(req.query);
    res.json(await promotions.list(query, { credentials }));
  });

  router.get('/promotions/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    res.json(await promotions.get(req.params.id, { credentials }));
  });

  router.post('/promotions/:id/approve', async (req, res) => {
    const { id } = req.params;
    const decision = readDecision(req.body);
    await change(req, res, {
      eventId: 'promotion-approve',
      meta: { id },
      run: async credentials => ({
        status: 200,
        body: await promotions.approve(id, decision, { credentials }),
      }),
    });
  });

  router.post('/promotions/:id/reject', async (req, res) => {
    const { id } = req.params;
    const decision = readDecision(req.body);
    await change(req, res, {
      eventId: 'promotion-reject',
      meta: { id },
      run: async credentials => ({
        status: 200,
        body: await promotions.reject(id, decision, { credentials }),
      }),
    });
  });

  router.post('/promotions/:id/cancel', async (req, res) => {
    const { id } = req.params;
    const cancel = readCancel(req.body);
    await change(req, res, {
      eventId: 'promotion-cancel',
      meta: { id },
      run: async credentials => ({
        status: 200,
        body: await promotions.cancel(id, cancel, { credentials }),
      }),
    });
  });

  router.post('/promotions/:id/reevaluate', async (req, res) => {
    const { id } = req.params;
    const reevaluate = readRevision(req.body);
    await change(req, res, {
      eventId: 'promotion-reevaluate',
      meta: { id },
      run: async credentials => ({
        status: 200,
        body: await promotions.reevaluate(id, reevaluate, { credentials }),
      }),
    });
  });

  router.post('/promotions/:id/reason', async (req, res) => {
    const { id } = req.params;
    const { reason } = readReason(req.body);
    await change(req, res, {
      eventId: 'promotion-reason',
      meta: { id },
      run: async credentials => ({
        status: 200,
        body: await promotions.addReason(id, reason, { credentials }),
      }),
    });
  });

  router.post('/promotions/:id/gates/:gate/explain', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow });
    const { id, gate } = req.params;
    res.json(await promotions.explainGate(id, gate, { credentials }));
  });

  router.post('/models/:namespace/:name/rollback', async (req, res) => {
    const model = modelRefFromPath(req.params.namespace, req.params.name);
    const rollback = readRollback(req.body);
    await change(req, res, {
      eventId: 'promotion-rollback',
      meta: {
        model,
        environment: rollback.environment,
        segment: rollback.segment,
        version: rollback.version,
      },
      // Recorded and under way: the registry may still have to be reached.
      run: async credentials => ({
        status: 202,
        body: await promotions.rollBack(model, rollback, { credentials }),
      }),
    });
  });

  return router;
}
