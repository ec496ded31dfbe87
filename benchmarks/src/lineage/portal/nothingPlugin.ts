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

/** Below `/api`: asks the database for nothing, once. */
export const ONE_QUESTION_PATH = '/benchmark-nothing/question';

/**
 * What any route of a backend costs that knows its caller, and reads a body or
 * asks the database once: no door for events, and no answer about a graph that is
 * there, can be faster.
 */
export const nothingPlugin = createBackendPlugin({
  pluginId: 'benchmark-nothing',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ database, httpAuth, httpRouter }) {
        const knex = await database.getClient();
        const router = Router();
        router.get('/question', async (req, res) => {
          await httpAuth.credentials(req, { allow: ['user'] });
          await knex.select(knex.raw('1'));
          res.json({});
        });
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
