import { eachMlflowRecord } from './eachMlflowRecord';
import { MlflowClient } from './MlflowClient';
import { MlflowTestServer } from './testUtils';

describe('eachMlflowRecord', () => {
  let server: MlflowTestServer;
  const promptTags = [{ key: 'mlflow.prompt.is_prompt', value: 'true' }];

  beforeEach(async () => {
    server = await MlflowTestServer.start();
  });

  afterEach(async () => {
    await server.stop();
  });

  async function recordsOf() {
    const client = MlflowClient.create(
      {
        baseUrl: server.url,
        auth: { type: 'none' },
        requestsPerSecond: 1000,
        timeoutMs: 5000,
      },
      { attempts: 1 },
    );
    const records = [];
    for await (const { kind, model } of eachMlflowRecord(client)) {
      records.push([kind, model.name]);
    }
    return records;
  }

  it('gives models and prompts, told apart', async () => {
    server.models = [
      { name: 'answer', tags: promptTags },
      { name: 'fraud-score' },
    ];
    await expect(recordsOf()).resolves.toEqual([
      ['model', 'fraud-score'],
      ['prompt', 'answer'],
    ]);
  });

  it('gives a prompt once where the plain search has it too', async () => {
    server.fault = (_request, response) => {
      response.end(
        JSON.stringify({
          registered_models: [{ name: 'answer', tags: promptTags }],
        }),
      );
      return true;
    };
    await expect(recordsOf()).resolves.toEqual([['prompt', 'answer']]);
  });

  it('throws when the second search fails', async () => {
    server.models = [{ name: 'fraud-score' }];
    server.fault = (_request, response) => {
      if (server.requests.length < 2) {
        return false;
      }
      response.writeHead(500).end();
      return true;
    };
    await expect(recordsOf()).rejects.toThrow('the server answered 500');
  });
});
