import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { lineageModuleSampleEvents } from './module';

interface Received {
  principal: unknown;
  events: { job?: { name: string } }[];
}

/** A lineage backend that keeps what it is sent. */
function createReceiver() {
  const received: Received[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'lineage',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          httpRouter.use(async (req, res) => {
            const { principal } = await httpAuth.credentials(req);
            let text = '';
            for await (const chunk of req.setEncoding('utf8')) {
              text += chunk;
            }
            received.push({ principal, events: JSON.parse(text) });
            res.json({ status: 'success' });
          });
        },
      });
    },
  });
  return { plugin, received };
}

async function start(lineage: boolean) {
  const { plugin, received } = createReceiver();
  const backend = await startTestBackend({
    features: [
      plugin,
      lineageModuleSampleEvents,
      mockServices.rootConfig.factory({
        data: { sampleData: { directory: './registry', lineage } },
      }),
    ],
  });
  return { backend, received };
}

describe('lineageModuleSampleEvents', () => {
  it('sends its events as a service when the portal has started', async () => {
    const { backend, received } = await start(true);
    for (let i = 0; i < 200 && received.length < 3; i++) {
      await new Promise(done => setTimeout(done, 50));
    }
    await backend.stop();

    expect(received.length).toBeGreaterThanOrEqual(3);
    expect(received[0].principal).toEqual(
      mockCredentials.service('plugin:lineage').principal,
    );
    expect(received[0].events.length).toBeGreaterThan(100);
  });

  it('sends nothing unless asked to', async () => {
    const { backend, received } = await start(false);
    await new Promise(done => setTimeout(done, 200));
    await backend.stop();

    expect(received).toEqual([]);
  });

  it('refuses to start in production', async () => {
    const nodeEnv = process.env.NODE_ENV;
    Object.assign(process.env, { NODE_ENV: 'production' });
    try {
      await expect(start(true)).rejects.toThrow(
        'only with NODE_ENV development or test',
      );
    } finally {
      Object.assign(process.env, { NODE_ENV: nodeEnv });
    }
  });
});
