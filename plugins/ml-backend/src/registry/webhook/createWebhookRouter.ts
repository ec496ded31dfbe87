import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { AuthenticationError, NotFoundError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { Knex } from 'knex';
import { VersionSources } from '../sync/VersionSources';
import { readWebhookSecrets } from './readWebhookSecrets';
import { isSigned, isTimely, WebhookHeaders } from './verifyWebhook';
import { WebhookDeliveries } from './WebhookDeliveries';

/** Where registries send their webhooks, below the plugin. */
export const WEBHOOK_PATH = '/registries/:server/webhook';
const BODY_LIMIT = '1mb';
const MAX_HEADER_LENGTH = 500;
const MAX_ID_LENGTH = 100;

/**
 * Takes webhooks of registries: whatever a signed one says, the registry is
 * read. The route is open to the platform, because a registry has no token of
 * it; whoever is turned away is told nothing.
 */
export function createWebhookRouter(options: {
  config: Config;
  knex: Knex;
  logger: LoggerService;
  /** Has registries read as soon as possible. */
  readRegistries: (servers: readonly string[]) => Promise<void>;
  sources: VersionSources;
  now?: () => Date;
}): express.Router {
  const { logger, readRegistries, sources, now = () => new Date() } = options;
  const secrets = readWebhookSecrets(options.config);
  const deliveries = new WebhookDeliveries({ knex: options.knex, now });
  const router = Router();

  router.post(WEBHOOK_PATH, async (req, res) => {
    const { server } = req.params;
    const secret = secrets.get(server);
    if (secret === undefined || !sources.find(server)) {
      throw new NotFoundError('There is no such webhook');
    }
    const headers = readHeaders(req);
    // Of what is too old or says nothing of itself no body is read.
    if (
      !headers ||
      !isTimely(headers, now()) ||
      !isSigned(headers, await readBody(req, res), secret)
    ) {
      logger.warn(`A webhook for registry '${server}' was refused`);
      throw new AuthenticationError('The webhook is not signed as agreed');
    }
    if (await deliveries.take(server, headers.id)) {
      try {
        await readRegistries([server]);
      } catch (error) {
        await deliveries.forget(server, headers.id);
        throw error;
      }
    }
    res.status(202).json({});
  });

  return router;
}

function readHeaders(req: express.Request): WebhookHeaders | undefined {
  const id = req.header('x-mlflow-delivery-id');
  const timestamp = req.header('x-mlflow-timestamp');
  const signature = req.header('x-mlflow-signature');
  return id &&
    id.length <= MAX_ID_LENGTH &&
    timestamp &&
    signature &&
    signature.length <= MAX_HEADER_LENGTH
    ? { id, timestamp, signature }
    : undefined;
}

// As it was sent: the signature is of the bytes.
const parseRaw = express.raw({
  limit: BODY_LIMIT,
  type: () => true,
  inflate: false,
});

async function readBody(
  req: express.Request,
  res: express.Response,
): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    parseRaw(req, res, error => (error ? reject(error) : resolve()));
  });
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}
