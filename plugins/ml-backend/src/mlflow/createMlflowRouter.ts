import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { explainBadJson } from '../router/explainBadJson';
import { RegistryCallers } from './access/RegistryCallers';
import { auditedChange } from './auditedChange';
import { MlflowError, toMlflowError } from './protocol/MlflowError';
import { MlflowOperations, mlflowRoutes } from './protocol/mlflowRoutes';

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
  for (const { method, path, writes, prepare } of mlflowRoutes) {
    router[method](`${MLFLOW_PATH}/api/2.0/mlflow${path}`, async (req, res) => {
      // First: of somebody who is nobody no body is read.
      const caller = await callers.identify(req, writes ? 'register' : 'read');
      await readBody(req, res);
      const prepared = prepare(method === 'get' ? req.query : req.body);
      const run = async () => await prepared(operations, caller);
      const answer = writes
        ? await auditedChange({ auditor, caller, request: req }, run)
        : await run();
      res.status(200).json(answer ?? {});
    });
  }

  router.use(MLFLOW_PATH, async (req, _res) => {
    await callers.identify(req, 'read');
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

// Whatever the client says it sends, which is not always JSON.
const parseJson = express.json({ limit: BODY_LIMIT, type: () => true });

async function readBody(
  req: express.Request,
  res: express.Response,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parseJson(req, res, error =>
      error ? reject(explainBadJson(error)) : resolve(),
    );
  });
}
