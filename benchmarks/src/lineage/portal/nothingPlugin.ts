import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';

/** As much as the door for events takes. */
const BODY_LIMIT = '32mb';

/** Below `/api`: reads a body and does nothing with it. */
export const NOTHING_PATH = '/benchmark-nothing/events';

/**
 * What any route of a backend costs that knows its caller and reads a body: no
 * door for events can be faster.
 */
export const nothingPlugin = createBackendPlugin({
  pluginId: 'benchmark-nothing',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = Router();
        router.post(
          '/events',
          express.raw({ type: () => true, limit: BODY_LIMIT }),
          async (req, res) => {
            await httpAuth.credentials(req, { allow: ['service'] });
            res.status(201).end();
          },
        );
        httpRouter.use(router);
      },
    });
  },
});
