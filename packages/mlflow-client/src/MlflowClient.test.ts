import {
  MlflowAuthError,
  MlflowLimitError,
  MlflowNotFoundError,
  MlflowProtocolError,
  MlflowResponseError,
  MlflowUnavailableError,
} from './errors';
import { MlflowClient } from './MlflowClient';
import { MlflowClientOptions } from './MlflowClientOptions';
import { MlflowTestFault, MlflowTestServer } from './testUtils';

describe('MlflowClient', () => {
  let server: MlflowTestServer;

  beforeEach(async () => {
    server = await MlflowTestServer.start();
  });

  afterEach(async () => {
    await server.stop();
  });

  function clientOf(options: MlflowClientOptions = {}, timeoutMs = 5000) {
    return MlflowClient.create(
      {
        baseUrl: server.url,
        auth: { type: 'none' },
        requestsPerSecond: 1000,
        timeoutMs,
      },
      { attempts: 2, ...options },
    );
  }

  function answering(
    status: number,
    body: string,
    headers: Record<string, string> = {},
  ): MlflowTestFault {
    return (_request, response) => {
      response.writeHead(status, headers).end(body);
      return true;
    };
  }

  async function namesOf(client: MlflowClient) {
    const names: string[] = [];
    for await (const page of client.searchRegisteredModels()) {
      names.push(...page.map(model => model.name));
    }
    return names;
  }

  it('reads every page of registered models', async () => {
    server.models = ['a', 'b', 'c', 'd', 'e'].map(name => ({ name }));

    await expect(namesOf(clientOf({ pageSize: 2 }))).resolves.toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
    expect(server.requests).toHaveLength(3);
  });

  it('reads an empty registry, whose answer has no list', async () => {
    await expect(namesOf(clientOf())).resolves.toEqual([]);
  });

  it('reads all fields of a model and of a version', async () => {
    server.models = [
      {
        name: 'Fraud (EU)',
        description: 'Scores payments',
        creation_timestamp: 1,
        last_updated_timestamp: 2,
        tags: [{ key: 'owner', value: 'payments-fraud' }],
        aliases: [{ alias: 'champion', version: '7' }],
        versions: [
          {
            version: '7',
            creation_timestamp: 3,
            last_updated_timestamp: 4,
            user_id: '',
            source: 'models:/m-0123',
            run_id: 'r1',
            status: 'READY',
            tags: [{ key: 'approved' }],
          },
        ],
      },
    ];
    const client = clientOf();

    await expect(client.getRegisteredModel('Fraud (EU)')).resolves.toEqual({
      name: 'Fraud (EU)',
      description: 'Scores payments',
      creationTimestamp: 1,
      lastUpdatedTimestamp: 2,
      tags: [{ key: 'owner', value: 'payments-fraud' }],
      aliases: [{ alias: 'champion', version: '7' }],
    });
    const expected = {
      name: 'Fraud (EU)',
      version: '7',
      creationTimestamp: 3,
      lastUpdatedTimestamp: 4,
      source: 'models:/m-0123',
      runId: 'r1',
      modelId: 'm-0123',
      status: 'READY',
      tags: [{ key: 'approved', value: '' }],
    };
    await expect(
      client.getModelVersion('Fraud (EU)', '7'),
    ).resolves.toMatchObject(expected);
    await expect(
      client.getModelVersionByAlias('Fraud (EU)', 'champion'),
    ).resolves.toMatchObject(expected);
  });

  it.each(["it's", 'say "hi"', 'plain'])(
    'finds the versions of a model named %s',
    async name => {
      server.models = [{ name, versions: [{ version: '1' }] }];
      const found = [];
      for await (const page of clientOf().searchModelVersions({ name })) {
        found.push(...page);
      }
      expect(found.map(version => version.version)).toEqual(['1']);
    },
  );

  it('sets, moves, reads and removes an alias', async () => {
    server.models = [
      { name: 'm', versions: [{ version: '1' }, { version: '2' }] },
    ];
    const client = clientOf();
    const champion = async () =>
      (await client.getModelVersionByAlias('m', 'champion'))?.version;

    await expect(champion()).resolves.toBeUndefined();
    await client.setRegisteredModelAlias('m', 'champion', '1');
    await client.setRegisteredModelAlias('m', 'champion', '2');
    await expect(champion()).resolves.toBe('2');
    await client.deleteRegisteredModelAlias('m', 'champion');
    await client.deleteRegisteredModelAlias('m', 'champion');
    await expect(champion()).resolves.toBeUndefined();
  });

  it('reads a run with special numbers and datasets', async () => {
    server.runs.set('r1', {
      info: { run_id: 'r1', experiment_id: '4', status: 'FINISHED' },
      data: {
        metrics: [
          { key: 'auc', value: 0.9, timestamp: '1700000000000', step: '3' },
          { key: 'loss', value: 'NaN', timestamp: 1, step: 0 },
        ],
        params: [{ key: 'C', value: '1.0' }],
      },
      inputs: {
        dataset_inputs: [
          {
            tags: [{ key: 'mlflow.data.context', value: 'training' }],
            dataset: { name: 'cards', digest: 'abcd' },
          },
        ],
      },
    });

    await expect(clientOf().tracking.getRun('r1')).resolves.toMatchObject({
      runId: 'r1',
      experimentId: '4',
      metrics: [
        { key: 'auc', value: 0.9, timestamp: 1700000000000, step: 3 },
        { key: 'loss', value: NaN, timestamp: 1, step: 0 },
      ],
      params: [{ key: 'C', value: '1.0' }],
      datasets: [{ name: 'cards', digest: 'abcd', context: 'training' }],
    });
  });

  describe('logged models', () => {
    it('are read from MLflow 3', async () => {
      server.loggedModels?.set('m-1', {
        info: { model_id: 'm-1', experiment_id: '4', name: 'model' },
        data: {
          metrics: [{ key: 'auc', value: 0.9, dataset_name: 'cards-test' }],
        },
      });
      await expect(
        clientOf().tracking.getLoggedModel('m-1'),
      ).resolves.toMatchObject({
        modelId: 'm-1',
        metrics: [{ key: 'auc', value: 0.9, datasetName: 'cards-test' }],
      });
    });

    it('that are missing in MLflow 3 are an error', async () => {
      await expect(clientOf().tracking.getLoggedModel('m-2')).rejects.toThrow(
        MlflowNotFoundError,
      );
    });

    it('are asked for once where there are none, as in MLflow 2', async () => {
      server.loggedModels = undefined;
      const client = clientOf();
      await expect(
        client.tracking.getLoggedModel('m-1'),
      ).resolves.toBeUndefined();
      await expect(
        client.tracking.getLoggedModel('m-2'),
      ).resolves.toBeUndefined();
      expect(server.requests).toHaveLength(1);
    });
  });

  it('reads files of a version', async () => {
    server.files.set('m/1/MLmodel', 'flavors: {}');
    await expect(
      clientOf().tracking.getModelVersionFile('m', '1', 'MLmodel'),
    ).resolves.toBe('flavors: {}');
    await expect(
      clientOf().tracking.getModelVersionFile('m', '1', 'other'),
    ).rejects.toThrow(MlflowNotFoundError);
  });

  it('reads files of runs and logged models', async () => {
    server.files.set('r1/model/MLmodel', 'of a run');
    server.files.set('m-1/MLmodel', 'of a logged model');
    const client = clientOf();
    await expect(
      client.tracking.getRunFile('r1', 'model/MLmodel'),
    ).resolves.toBe('of a run');
    await expect(
      client.tracking.getLoggedModelFile('m-1', 'MLmodel'),
    ).resolves.toBe('of a logged model');
    await expect(
      client.tracking.getLoggedModelFile('m-2', 'MLmodel'),
    ).rejects.toThrow(MlflowNotFoundError);
  });

  it('asks for the version of the server', async () => {
    await expect(clientOf().getServerVersion()).resolves.toBe('3.1.0');
    server.fault = answering(404, 'no such page');
    await expect(clientOf().getServerVersion()).resolves.toBeUndefined();
    server.fault = answering(200, '<html>Welcome</html>');
    await expect(clientOf().getServerVersion()).rejects.toThrow(
      /expected a version such as "3.1.0", got 200 "<html>/,
    );
  });

  it.each([['team-fraud'], [undefined]])(
    'asks for the workspace %s',
    async workspace => {
      const client = MlflowClient.create({
        baseUrl: server.url,
        auth: { type: 'none' },
        workspace,
        requestsPerSecond: 100,
        timeoutMs: 5000,
      });
      await client.getServerVersion();
      expect(server.lastHeaders['x-mlflow-workspace']).toBe(workspace);
    },
  );

  describe('signing in', () => {
    it.each([
      [{ type: 'bearer', token: 't0' } as const, 'Bearer t0'],
      [
        { type: 'basic', username: 'reader', password: 'p:w' } as const,
        `Basic ${Buffer.from('reader:p:w').toString('base64')}`,
      ],
      [{ type: 'none' } as const, undefined],
    ])('with %j', async (auth, header) => {
      const client = MlflowClient.create({
        baseUrl: server.url,
        auth,
        requestsPerSecond: 100,
        timeoutMs: 5000,
      });
      await client.getServerVersion();
      expect(server.lastHeaders.authorization).toBe(header);
    });

    it.each([401, 403])('refused with %d', async status => {
      server.fault = answering(status, 'Invalid Host header');
      const call = clientOf().getRegisteredModel('m');
      await expect(call).rejects.toThrow(MlflowAuthError);
      await expect(call).rejects.toThrow(
        `GET /api/2.0/mlflow/registered-models/get was refused with ${status} Invalid Host header`,
      );
      expect(server.requests).toHaveLength(1);
    });
  });

  describe('trouble', () => {
    it('a server that is down', async () => {
      const client = clientOf();
      await server.stop();
      await expect(client.getRegisteredModel('m')).rejects.toThrow(
        MlflowUnavailableError,
      );
      server = await MlflowTestServer.start();
    });

    it('a server that is too slow', async () => {
      server.fault = () => true;
      const call = clientOf({}, 50).getRegisteredModel('m');
      await expect(call).rejects.toThrow(MlflowUnavailableError);
      await expect(call).rejects.toThrow('no complete answer within 50 ms');
      expect(server.requests).toHaveLength(2);
    });

    it('a caller that loses patience', async () => {
      const controller = new AbortController();
      server.fault = () => {
        controller.abort(new Error('enough'));
        return true;
      };
      await expect(
        clientOf().getRegisteredModel('m', { signal: controller.signal }),
      ).rejects.toThrow('enough');
      expect(server.requests).toHaveLength(1);
    });

    it('a server that answers 500 keeps being asked, then given up', async () => {
      server.fault = answering(500, '<h1>Internal Server Error</h1>');
      const call = clientOf().getRegisteredModel('m');
      await expect(call).rejects.toThrow(MlflowUnavailableError);
      await expect(call).rejects.toThrow(
        'failed after 2 attempts: the server answered 500',
      );
      expect(server.requests).toHaveLength(2);
    });

    it('a server that recovers goes unnoticed', async () => {
      server.models = [{ name: 'm' }];
      server.fault = (_request, response) => {
        if (server.requests.length > 1) {
          return false;
        }
        response.writeHead(503).end();
        return true;
      };
      await expect(namesOf(clientOf())).resolves.toEqual(['m']);
    });

    it('a web page', async () => {
      server.fault = answering(200, '<!doctype html><title>Sign in</title>');
      const call = clientOf().getRegisteredModel('m');
      await expect(call).rejects.toThrow(MlflowProtocolError);
      await expect(call).rejects.toThrow('expected JSON, got a web page');
    });

    it('a redirect to a sign-in page', async () => {
      server.fault = answering(302, '', { location: '/login' });
      await expect(clientOf().getRegisteredModel('m')).rejects.toThrow(
        'expected JSON, got a redirect (302)',
      );
    });

    it('half a document', async () => {
      server.fault = answering(200, '{"registered_models": [{"name": "m"');
      const call = namesOf(clientOf());
      await expect(call).rejects.toThrow(MlflowProtocolError);
      await expect(call).rejects.toThrow(
        'expected JSON, got "{"registered_models"',
      );
    });

    it('a connection cut in the middle of a document', async () => {
      server.fault = (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"registered_models": [');
        setImmediate(() => response.destroy());
        return true;
      };
      await expect(namesOf(clientOf())).rejects.toThrow(MlflowUnavailableError);
      expect(server.requests).toHaveLength(2);
    });

    it.each([
      ['[]', 'answer should be an object, found []'],
      [
        '{"registered_models": {}}',
        'answer.registered_models should be a list, found {}',
      ],
      [
        '{"registered_models": [{"name": 7}]}',
        'answer.registered_models[0].name should be a string, found 7',
      ],
      [
        '{"registered_models": [{"name": "m", "creation_timestamp": "soon"}]}',
        'creation_timestamp should be a whole number, found "soon"',
      ],
    ])('another shape: %s', async (body, message) => {
      server.fault = answering(200, body);
      const call = namesOf(clientOf());
      await expect(call).rejects.toThrow(MlflowProtocolError);
      await expect(call).rejects.toThrow(message);
    });

    it('an unknown version', async () => {
      server.models = [{ name: 'm' }];
      const call = clientOf().getModelVersion('m', '99');
      await expect(call).rejects.toThrow(MlflowNotFoundError);
      await expect(call).rejects.toMatchObject({
        status: 404,
        errorCode: 'RESOURCE_DOES_NOT_EXIST',
      });
    });

    it('a refusal keeps the error code of MLflow', async () => {
      server.fault = answering(
        400,
        '{"error_code": "INVALID_PARAMETER_VALUE", "message": "alias name reserved"}',
      );
      const call = clientOf().setRegisteredModelAlias('m', 'v1', '1');
      await expect(call).rejects.toThrow(MlflowResponseError);
      await expect(call).rejects.toMatchObject({
        errorCode: 'INVALID_PARAMETER_VALUE',
      });
    });

    it('an answer without end', async () => {
      server.fault = (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const write = () => {
          while (!response.destroyed && response.write(' '.repeat(65536)));
        };
        response.on('drain', write);
        write();
        return true;
      };
      const call = namesOf(clientOf({ maxResponseBytes: 1_000_000 }));
      await expect(call).rejects.toThrow(MlflowLimitError);
      await expect(call).rejects.toThrow('larger than 1000000 bytes');
    });

    it('the same page token for ever', async () => {
      server.fault = answering(
        200,
        '{"registered_models": [{"name": "m"}], "next_page_token": "again"}',
      );
      await expect(namesOf(clientOf())).rejects.toThrow(
        'expected a new next_page_token with each page',
      );
      expect(server.requests).toHaveLength(2);
    });

    it('more items than allowed', async () => {
      server.models = ['a', 'b', 'c'].map(name => ({ name }));
      await expect(
        namesOf(clientOf({ pageSize: 1, maxItems: 2 })),
      ).rejects.toThrow(MlflowLimitError);
    });
  });
});
