import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { parseRequest } from '../router/parseRequest';
import { RegistryCallers } from './access/RegistryCallers';
import { auditedChange } from './auditedChange';
import { MlflowError, toMlflowError } from './protocol/MlflowError';
import { mlflowRequests } from './protocol/mlflowRequests';
import {
  MlflowOperations,
  MlflowRoute,
  mlflowRoutes,
} from './protocol/mlflowRoutes';

/** Where the registry is for clients: `<portal>/api/ml/mlflow`. */
export const MLFLOW_PATH = '/mlflow';
/** Bodies above this are refused. */
const BODY_LIMIT = '1mb';

/**
 * The registry as MLflow's clients know it. It tells callers apart by itself,
 * because a client understands no answer but those of MLflow, 401 included.
 */
export function createMlflowRouter(options: {
  auditor: AuditorService;
  callers: RegistryCallers;
  logger: LoggerService;
  operations: MlflowOperations;
}): express.Router {
  const { auditor, callers, logger, operations } = options;
  const router = Router();
  // Whatever the client says it sends, which is not always JSON.
  const readBody = express.json({ limit: BODY_LIMIT, type: () => true });

  for (const route of mlflowRoutes) {
    router[route.method](
      `${MLFLOW_PATH}/api/2.0/mlflow${route.path}`,
      // First: who is nobody has no body read.
      async (req, res, next) => {
        res.locals.caller = await callers.identify(req);
        next();
      },
      readBody,
      async (req, res) => {
        const { caller } = res.locals;
        const request = parseMlflowRequest(route, req);
        const run = async () => await route.run(operations, request, caller);
        const answer = route.writes
          ? await auditedChange({ auditor, caller, request: req }, run)
          : await run();
        res.status(200).json(answer ?? {});
      },
    );
  }

  router.use(MLFLOW_PATH, async (req, _res) => {
    await callers.identify(req);
    throw new MlflowError(
      'ENDPOINT_NOT_FOUND',
      `The portal has no ${req.method} ${req.path}: it serves the model registry of MLflow, below /api/2.0/mlflow/registered-models and /api/2.0/mlflow/model-versions`,
    );
  });

  router.use(
    MLFLOW_PATH,
    (
      error: unknown,
      req: express.Request,
      res: express.Response,
      _next: express.NextFunction,
    ) => {
      const answer = toMlflowError(error);
      if (answer.code === 'INTERNAL_ERROR') {
        logger.error(
          `${req.method} ${req.path} failed`,
          answer.cause instanceof Error ? answer.cause : answer,
        );
      }
      res.status(answer.status).json(answer);
    },
  );

  return router;
}

function parseMlflowRequest(route: MlflowRoute, req: express.Request): unknown {
  const part = route.method === 'get' ? 'query' : 'body';
  return parseRequest(mlflowRequests[route.request], req[part], part);
}
