import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import express from 'express';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { expectDescribed } from '../../__testUtils__/expectDescribed';
import { FakeVersionSource } from '../../__testUtils__/FakeVersionSource';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { VersionSources } from '../sync/VersionSources';
import { createWebhookRouter } from './createWebhookRouter';
import { readWebhookSecrets } from './readWebhookSecrets';

jest.setTimeout(60_000);

const SECRET = 'a secret that is long enough';
const NOW = new Date('2026-11-27T12:00:00.000Z');

describe.each(databases.eachSupportedId())('webhooks on %s', id => {
  async function start() {
    const sources = new VersionSources();
    sources.add(new FakeVersionSource('eu'));
    sources.add(new FakeVersionSource('us'));
    const readRegistries = jest.fn(async () => {});
    const clock = { now: NOW };
    const app = express();
    app.use(
      createWebhookRouter({
        config: new ConfigReader({
          ml: {
            registries: {
              eu: { type: 'mlflow', webhookSecret: SECRET },
              us: { type: 'mlflow' },
              gone: { type: 'mlflow', webhookSecret: SECRET },
            },
          },
        }),
        knex: await migratedDatabase(id),
        logger: mockServices.logger.mock(),
        readRegistries,
        sources,
        now: () => clock.now,
      }),
    );
    app.use(mockErrorHandler());
    return { app, clock, readRegistries };
  }

  function delivery(
    app: express.Express,
    options: {
      server?: string;
      deliveryId?: string;
      at?: Date;
      secret?: string;
      body?: string;
      sent?: string;
      signature?: (signed: string) => string;
    } = {},
  ) {
    const {
      server = 'eu',
      deliveryId = 'delivery-1',
      at = NOW,
      secret = SECRET,
      body = '{"entity": "registered_model", "action": "created"}',
      sent = body,
      signature = (signed: string) => signed,
    } = options;
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const mac = createHmac('sha256', secret)
      .update(`${deliveryId}.${timestamp}.${body}`)
      .digest('base64');
    return request(app)
      .post(`/registries/${server}/webhook`)
      .set({
        'content-type': 'application/json',
        'x-mlflow-delivery-id': deliveryId,
        'x-mlflow-timestamp': timestamp,
        'x-mlflow-signature': signature(`v1,${mac}`),
      })
      .send(sent);
  }

  const described = (answer: request.Response) =>
    expectDescribed('post', '/registries/{server}/webhook', answer);

  it('has the registry read, once per delivery', async () => {
    const { app, readRegistries } = await start();
    const answer = await delivery(app);
    expect(answer.status).toBe(202);
    described(answer);
    expect((await delivery(app)).status).toBe(202);
    expect(readRegistries).toHaveBeenCalledTimes(1);
    expect(readRegistries).toHaveBeenCalledWith(['eu']);
    await delivery(app, { deliveryId: 'delivery-2' });
    expect(readRegistries).toHaveBeenCalledTimes(2);
  });

  it('takes any of several signatures', async () => {
    const { app } = await start();
    const answer = await delivery(app, {
      signature: signed => `v1,b3RoZXI= v2,x ${signed}`,
    });
    expect(answer.status).toBe(202);
  });

  it.each([
    ['another secret', { secret: 'another secret of that length' }],
    ['another body', { sent: '{"entity": "model_version"}' }],
    ['no signature', { signature: () => '' }],
    ['a signature of no known version', { signature: () => 'v0,x' }],
    ['a time long ago', { at: new Date(NOW.getTime() - 301_000) }],
    ['a time to come', { at: new Date(NOW.getTime() + 301_000) }],
    ['an id that is too long', { deliveryId: 'd'.repeat(101) }],
  ])('turns away %s, without saying why', async (_what, options) => {
    const { app, readRegistries } = await start();
    const answer = await delivery(app, options);
    expect(answer.status).toBe(401);
    described(answer);
    expect(answer.body.error.message).toBe(
      'The webhook is not signed as agreed',
    );
    expect(readRegistries).not.toHaveBeenCalled();
  });

  it.each(['us', 'gone', 'unknown'])('knows no webhook of %s', async server => {
    const { app } = await start();
    const answer = await delivery(app, { server });
    expect(answer.status).toBe(404);
    described(answer);
    expect(answer.body.error.message).toBe('There is no such webhook');
  });

  it('reads no body that is too large', async () => {
    const { app } = await start();
    const answer = await delivery(app, { body: ' '.repeat(1_100_000) });
    expect(answer.status).toBe(413);
  });

  it('takes a delivery again that came to nothing', async () => {
    const { app, readRegistries } = await start();
    readRegistries.mockRejectedValueOnce(new Error('no database'));
    expect((await delivery(app)).status).toBe(500);
    expect((await delivery(app)).status).toBe(202);
    expect(readRegistries).toHaveBeenCalledTimes(2);
  });
});

describe('readWebhookSecrets', () => {
  it('refuses a secret that could be guessed', () => {
    expect(() =>
      readWebhookSecrets(
        new ConfigReader({
          ml: {
            registries: { eu: { type: 'mlflow', webhookSecret: 'short' } },
          },
        }),
      ),
    ).toThrow('ml.registries.eu.webhookSecret has 5 characters');
  });
});
