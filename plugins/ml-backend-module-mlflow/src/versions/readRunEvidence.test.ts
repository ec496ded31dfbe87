import { mockServices } from '@backstage/backend-test-utils';
import {
  MlflowClient,
  MlflowLinks,
  MlflowRegistryConfig,
} from '@understudy/mlflow-client';
import { MlflowTestServer } from '@understudy/mlflow-client/testUtils';
import { readRunEvidence } from './readRunEvidence';

describe('readRunEvidence', () => {
  let mlflow: MlflowTestServer;
  const { signal } = new AbortController();

  beforeEach(async () => {
    mlflow = await MlflowTestServer.start();
    mlflow.runs.set('r1', {
      info: {
        run_id: 'r1',
        experiment_id: '4',
        status: 'FINISHED',
        artifact_uri: 's3://mlflow/4/r1/artifacts',
      },
      data: {
        metrics: [{ key: 'auc', value: 0.91, timestamp: 1, step: 0 }],
        params: [{ key: 'depth', value: '6' }],
      },
    });
    mlflow.loggedModels?.set('m-1', {
      info: {
        model_id: 'm-1',
        experiment_id: '4',
        name: 'model',
        source_run_id: 'r1',
        artifact_uri: 's3://mlflow/4/models/m-1/artifacts',
        tags: [],
      },
      data: { metrics: [], params: [{ key: 'seed', value: '7' }] },
    });
  });

  afterEach(async () => {
    await mlflow.stop();
  });

  async function read(query: {
    source: string;
    runId?: string;
    modelId?: string;
  }) {
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
    return await readRunEvidence(
      {
        client: MlflowClient.create(server, { attempts: 1 }),
        links: new MlflowLinks(server),
        logger: mockServices.logger.mock(),
      },
      { ...query, signal },
    );
  }

  it('reads a run whose artifact the version is', async () => {
    expect(
      await read({ source: 's3://mlflow/4/r1/artifacts/model', runId: 'r1' }),
    ).toEqual({
      metrics: [expect.objectContaining({ rawName: 'auc', value: 0.91 })],
      params: [{ key: 'depth', value: '6' }],
      links: [
        {
          title: 'Run in MLflow',
          url: 'https://mlflow.example.com/#/experiments/4/runs/r1',
        },
      ],
      runId: 'r1',
      provenance: {
        run: {
          id: 'r1',
          url: 'https://mlflow.example.com/#/experiments/4/runs/r1',
        },
      },
    });
  });

  it.each([
    ['models:/m-1', undefined],
    ['s3://mlflow/4/models/m-1/artifacts', 'r1'],
  ])('reads the logged model behind %s and its run', async (source, runId) => {
    expect(await read({ source, runId, modelId: 'm-1' })).toMatchObject({
      runId: 'r1',
      artifactUri: 's3://mlflow/4/models/m-1/artifacts',
      metrics: [{ rawName: 'auc', value: 0.91 }],
      params: [
        { key: 'depth', value: '6' },
        { key: 'seed', value: '7' },
      ],
    });
  });

  it.each([
    [{ source: 's3://elsewhere/model', runId: 'r1' }],
    [{ source: 's3://mlflow/4/r1/artifacts-of-mine', runId: 'r1' }],
    [{ source: 's3://mlflow/4/r1/artifacts/../../r2/model', runId: 'r1' }],
    [{ source: 's3://elsewhere/model', modelId: 'm-1' }],
    [{ source: 'models:/m-2', runId: 'r1', modelId: 'm-1' }],
    [{ source: 's3://mlflow/4/r1/artifacts/model', runId: 'gone' }],
    [{ source: 's3://mlflow/4/r1/artifacts/model' }],
  ])('takes nothing from a run that is only named: %p', async query => {
    expect(await read(query)).toBeUndefined();
  });

  it.each([
    [
      'r1/model/MLmodel',
      { source: 's3://mlflow/4/r1/artifacts/model', runId: 'r1' },
    ],
    ['m-1/MLmodel', { source: 'models:/m-1', modelId: 'm-1' }],
  ])('reads the signature from %s', async (file, query) => {
    mlflow.files.set(
      file,
      `signature:\n  inputs: '[{"name": "age", "type": "long"}]'\n`,
    );
    const evidence = await read(query);
    expect(evidence?.signature).toEqual({
      inputs: [{ name: 'age', type: 'long', required: true }],
      outputs: [],
    });
  });

  it('throws when the server does not answer', async () => {
    mlflow.fault = (_request, response) => {
      response.writeHead(500).end();
      return true;
    };
    await expect(
      read({ source: 's3://mlflow/4/r1/artifacts/model', runId: 'r1' }),
    ).rejects.toThrow('500');
  });
});
