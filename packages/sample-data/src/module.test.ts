import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  mlVersionSourcesExtensionPoint,
  VersionSource,
} from '@understudy/plugin-ml-node';
import { resolve } from 'node:path';
import { mlModuleSampleRegistry } from './module';

/** Stands in for the machine learning backend and takes what is registered. */
function createReceiver() {
  const sources: VersionSource[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'ml',
    register(env) {
      env.registerExtensionPoint(mlVersionSourcesExtensionPoint, {
        addVersionSource: source => sources.push(source),
      });
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  return { plugin, sources };
}

const config = mockServices.rootConfig.factory({
  data: { sampleData: { directory: './registry' } },
});

describe('mlModuleSampleRegistry', () => {
  const nodeEnv = process.env.NODE_ENV;

  function setNodeEnv(value: string | undefined) {
    Object.assign(process.env, { NODE_ENV: value });
  }

  afterEach(() => setNodeEnv(nodeEnv));

  it('registers three servers that say they are samples', async () => {
    const { plugin, sources } = createReceiver();

    await startTestBackend({
      features: [plugin, mlModuleSampleRegistry, config],
    });

    expect(sources.map(({ id, type }) => [id, type])).toEqual([
      ['eu-prod', 'sample'],
      ['us-prod', 'sample'],
      ['research', 'sample'],
    ]);
    expect(sources.every(s => s.title.includes('sample registry'))).toBe(true);
    expect(
      sources[0].aliases?.manualCommand({
        record: { name: 'fraud_score' },
        alias: 'champion',
        version: '42',
      }),
    ).toContain(resolve('./registry/eu-prod/fraud_score/champion.json'));
  });

  it('reads the servers every 20 seconds, or as often as it is told to', async () => {
    const intervals = async (configured: typeof config) => {
      const { plugin, sources } = createReceiver();
      await startTestBackend({
        features: [plugin, mlModuleSampleRegistry, configured],
      });
      return new Set(sources.map(({ intervalSeconds }) => intervalSeconds));
    };
    expect(await intervals(config)).toEqual(new Set([20]));
    const slower = mockServices.rootConfig.factory({
      data: { sampleData: { directory: './registry', interval: '5m' } },
    });
    expect(await intervals(slower)).toEqual(new Set([300]));
  });

  it('refuses to start in production', async () => {
    const { plugin, sources } = createReceiver();
    setNodeEnv('production');

    await expect(
      startTestBackend({ features: [plugin, mlModuleSampleRegistry, config] }),
    ).rejects.toThrow('only with NODE_ENV development or test');
    expect(sources).toEqual([]);
  });

  it('refuses to start without a folder for its aliases', async () => {
    const { plugin } = createReceiver();

    await expect(
      startTestBackend({ features: [plugin, mlModuleSampleRegistry] }),
    ).rejects.toThrow('sampleData.directory');
  });
});
