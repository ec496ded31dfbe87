import { mockServices } from '@backstage/backend-test-utils';
import { MlflowClient, MlflowRegistryConfig } from '@understudy/mlflow-client';
import { MlflowTestServer } from '@understudy/mlflow-client/testUtils';
import { SourceRecord } from '@understudy/plugin-ml-node';
import { MlflowVersionSource } from './MlflowVersionSource';

const DAY_MS = 24 * 60 * 60_000;
const NOW = Date.parse('2026-06-15T12:00:00Z');
const LONG_AGO = NOW - 30 * DAY_MS;

describe('MlflowVersionSource', () => {
  let mlflow: MlflowTestServer;
  let now: number;
  const { signal } = new AbortController();

  beforeEach(async () => {
    mlflow = await MlflowTestServer.start();
    now = NOW;
  });

  afterEach(async () => {
    await mlflow.stop();
  });

  function sourceOf(ignore: string[] = []) {
    const server: MlflowRegistryConfig = {
      id: 'eu',
      title: 'MLflow Europe',
      baseUrl: mlflow.url,
      uiUrl: 'https://mlflow.example.com',
      auth: { type: 'none' },
      requestsPerSecond: 1000,
      timeoutMs: 5000,
      intervalSeconds: 60,
    };
    return MlflowVersionSource.create({
      server,
      importing: { namespace: 'imported', bindings: [], ignore },
      logger: mockServices.logger.mock(),
      client: MlflowClient.create(server, { attempts: 1 }),
      now: () => now,
    });
  }

  async function recordsOf(source: MlflowVersionSource) {
    const records: SourceRecord[] = [];
    for await (const record of source.listRecords({ signal })) {
      records.push(record);
    }
    return records;
  }

  async function versionsOf(source: MlflowVersionSource, name: string) {
    const record = (await recordsOf(source)).find(r => r.name === name)!;
    const versions = [];
    for await (const version of source.listVersions({ record, signal })) {
      versions.push(version);
    }
    return versions;
  }

  function versionAt(version: string, created: number) {
    return {
      version,
      creation_timestamp: created,
      last_updated_timestamp: created,
      source: `models:/m-${version}`,
      run_id: `r${version}`,
      status: 'READY',
    };
  }

  function addRun(id: string, metrics: { key: string; value: number }[]) {
    mlflow.runs.set(id, {
      info: {
        run_id: id,
        experiment_id: '4',
        status: 'FINISHED',
        user_id: 'trainer',
      },
      data: { metrics, params: [{ key: 'depth', value: '6' }] },
    });
  }

  it('lists models and prompts, without those to be ignored', async () => {
    mlflow.models = [
      {
        name: 'Fraud (EU)',
        description: 'Scores payments',
        tags: [{ key: 'owner', value: 'payments-fraud' }],
        aliases: [{ alias: 'champion', version: '2' }],
      },
      { name: 'tmp-1' },
      {
        name: 'answer',
        tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }],
      },
    ];
    expect(await recordsOf(sourceOf(['tmp-.*']))).toEqual([
      {
        name: 'Fraud (EU)',
        kind: 'model',
        description: 'Scores payments',
        tags: [{ key: 'owner', value: 'payments-fraud' }],
        aliases: [{ alias: 'champion', version: '2' }],
        changeMark: expect.any(String),
        url: 'https://mlflow.example.com/#/models/Fraud%20(EU)',
      },
      expect.objectContaining({
        name: 'answer',
        kind: 'prompt',
        url: 'https://mlflow.example.com/#/prompts/answer',
      }),
    ]);
  });

  it('refuses a pattern that is none', () => {
    expect(() => sourceOf(['('])).toThrow(
      'catalog.providers.mlflow.eu.ignore[0]: "(" is not a valid pattern',
    );
  });

  it('reads a version with all its fields', async () => {
    mlflow.models = [
      {
        name: 'm',
        versions: [
          {
            ...versionAt('1', LONG_AGO),
            description: 'First',
            tags: [{ key: 'understudy.dev/variant', value: 'store=0417' }],
          },
        ],
      },
    ];
    addRun('r1', [{ key: 'auc', value: 0.9 }]);
    mlflow.loggedModels?.set('m-1', {
      info: { model_id: 'm-1', experiment_id: '4', name: 'model' },
      data: { params: [{ key: 'seed', value: '1' }] },
    });
    mlflow.files.set(
      'm/1/MLmodel',
      `signature:\n  inputs: '[{"name": "amount", "type": "double"}]'`,
    );

    expect(await versionsOf(sourceOf(), 'm')).toEqual([
      {
        recordVersion: '1',
        digest: expect.stringMatching(/^sha256:/),
        digestStrength: 'record',
        description: 'First',
        variant: 'store=0417',
        artifactUri: 'models:/m-1',
        runId: 'r1',
        modelId: 'm-1',
        createdBy: 'trainer',
        createdAt: '2026-05-16T12:00:00.000Z',
        metrics: [{ rawName: 'auc', value: 0.9 }],
        params: [
          { key: 'depth', value: '6' },
          { key: 'seed', value: '1' },
        ],
        tags: [{ key: 'understudy.dev/variant', value: 'store=0417' }],
        signature: {
          inputs: [{ name: 'amount', type: 'double', required: true }],
          outputs: [],
        },
        components: [],
        provenance: {
          run: {
            id: 'r1',
            url: 'https://mlflow.example.com/#/experiments/4/runs/r1',
          },
          trainedBy: 'trainer',
        },
        links: [
          {
            title: 'Version in MLflow',
            url: 'https://mlflow.example.com/#/models/m/versions/1',
          },
          {
            title: 'Run in MLflow',
            url: 'https://mlflow.example.com/#/experiments/4/runs/r1',
          },
          {
            title: 'Logged model in MLflow',
            url: 'https://mlflow.example.com/#/experiments/4/models/m-1',
          },
        ],
      },
    ]);
  });

  it('reads a version whose run, logged model and artifacts are gone', async () => {
    mlflow.models = [{ name: 'm', versions: [versionAt('1', LONG_AGO)] }];
    const [version] = await versionsOf(sourceOf(), 'm');
    expect(version).toMatchObject({
      recordVersion: '1',
      runId: 'r1',
      metrics: [],
      signature: undefined,
    });
  });

  it('reads the versions of a prompt without looking for a run', async () => {
    mlflow.models = [
      {
        name: 'answer',
        tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }],
        versions: [versionAt('1', LONG_AGO)],
      },
    ];
    const versions = await versionsOf(sourceOf(), 'answer');
    expect(versions).toMatchObject([
      {
        recordVersion: '1',
        links: [
          {
            title: 'Prompt in MLflow',
            url: 'https://mlflow.example.com/#/prompts/answer',
          },
        ],
      },
    ]);
    expect(mlflow.requests).not.toContain('GET /api/2.0/mlflow/runs/get');
  });

  it('leaves out versions that are not registered to the end', async () => {
    mlflow.models = [
      {
        name: 'm',
        versions: [
          versionAt('1', LONG_AGO),
          { ...versionAt('2', LONG_AGO), status: 'PENDING_REGISTRATION' },
          { ...versionAt('3', LONG_AGO), status: 'FAILED_REGISTRATION' },
        ],
      },
    ];
    const versions = await versionsOf(sourceOf(), 'm');
    expect(versions.map(v => v.recordVersion)).toEqual(['1']);
  });

  it('throws when a run cannot be read, rather than losing its metrics', async () => {
    mlflow.models = [{ name: 'm', versions: [versionAt('1', LONG_AGO)] }];
    mlflow.fault = (request, response) => {
      if (!request.url?.includes('runs/get')) {
        return false;
      }
      response.writeHead(503).end();
      return true;
    };
    await expect(versionsOf(sourceOf(), 'm')).rejects.toThrow(
      'GET /api/2.0/mlflow/runs/get failed after 1 attempt',
    );
  });

  it('throws when versions cannot be listed', async () => {
    mlflow.models = [{ name: 'm' }];
    mlflow.fault = (request, response) => {
      if (!request.url?.includes('model-versions/search')) {
        return false;
      }
      response.end('<html>');
      return true;
    };
    await expect(recordsOf(sourceOf())).rejects.toThrow(
      'expected JSON, got a web page',
    );
  });

  describe('what costs requests', () => {
    const runReads = () =>
      mlflow.requests.filter(r => r.endsWith('/runs/get')).length;

    it('reads an old version once a day', async () => {
      mlflow.models = [{ name: 'm', versions: [versionAt('1', LONG_AGO)] }];
      addRun('r1', []);
      const source = sourceOf();
      await versionsOf(source, 'm');
      await versionsOf(source, 'm');
      expect(runReads()).toBe(1);

      now += DAY_MS + 1;
      await versionsOf(source, 'm');
      expect(runReads()).toBe(2);
    });

    it('reads a new version each time, so that late metrics show', async () => {
      mlflow.models = [{ name: 'm', versions: [versionAt('1', NOW - 1000)] }];
      addRun('r1', []);
      const source = sourceOf();
      await versionsOf(source, 'm');
      addRun('r1', [{ key: 'auc', value: 0.9 }]);
      const [version] = await versionsOf(source, 'm');
      expect(version.metrics).toEqual([{ rawName: 'auc', value: 0.9 }]);
    });
  });

  describe('change mark', () => {
    const markOf = async () => (await recordsOf(sourceOf()))[0].changeMark;

    beforeEach(() => {
      mlflow.models = [
        {
          name: 'm',
          versions: [versionAt('1', LONG_AGO), versionAt('2', LONG_AGO)],
        },
      ];
    });

    it('stays while nothing changes, in whatever order versions come', async () => {
      const mark = await markOf();
      mlflow.models[0].versions?.reverse();
      expect(await markOf()).toBe(mark);
    });

    it.each<[string, () => void]>([
      [
        'an alias',
        () => (mlflow.models[0].aliases = [{ alias: 'a', version: '1' }]),
      ],
      [
        'a tag of the model',
        () => (mlflow.models[0].tags = [{ key: 'a', value: 'b' }]),
      ],
      [
        'a tag of a version',
        () => (mlflow.models[0].versions![0].tags = [{ key: 'a', value: 'b' }]),
      ],
      ['a version fewer', () => mlflow.models[0].versions!.pop()],
      [
        'a version more',
        () => mlflow.models[0].versions!.push(versionAt('3', LONG_AGO)),
      ],
      ['a day', () => (now += DAY_MS)],
    ])('changes with %s', async (_, change) => {
      const mark = await markOf();
      expect(mark).toBeDefined();
      change();
      expect(await markOf()).not.toBe(mark);
    });

    it('is absent while metrics may still come in', async () => {
      mlflow.models[0].versions!.push(versionAt('3', NOW - 1000));
      expect(await markOf()).toBeUndefined();
    });
  });

  describe('aliases', () => {
    const record = { name: "it's" };

    beforeEach(() => {
      mlflow.models = [
        {
          name: "it's",
          versions: [versionAt('1', LONG_AGO), versionAt('2', LONG_AGO)],
        },
      ];
    });

    it('are set and read back', async () => {
      const { aliases } = sourceOf();
      const read = () =>
        aliases.readAlias({ record, alias: 'champion', signal });
      await expect(read()).resolves.toBeUndefined();
      await aliases.setAlias({
        record,
        alias: 'champion',
        version: '2',
        signal,
      });
      await expect(read()).resolves.toBe('2');
    });

    it('of an unknown version are refused', async () => {
      await expect(
        sourceOf().aliases.setAlias({
          record,
          alias: 'champion',
          version: '9',
          signal,
        }),
      ).rejects.toMatchObject({
        name: 'NotFoundError',
        message: expect.stringContaining('MLflow Europe'),
      });
    });

    it('are out of reach when the server is down', async () => {
      const { aliases } = sourceOf();
      mlflow.fault = (_request, response) => {
        response.writeHead(502).end();
        return true;
      };
      await expect(
        aliases.readAlias({ record, alias: 'champion', signal }),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    });

    it('come with a command to type', () => {
      expect(
        sourceOf().aliases.manualCommand({
          record,
          alias: 'champion',
          version: '2',
        }),
      ).toBe(
        `curl --fail-with-body -X POST -H 'Content-Type: application/json' -d '{"name":"it'\\''s","alias":"champion","version":"2"}' 'https://mlflow.example.com/api/2.0/mlflow/registered-models/alias'`,
      );
    });
  });
});
