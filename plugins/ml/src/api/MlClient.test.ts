import { ResponseError } from '@backstage/errors';
import { MlClient } from './MlClient';

function clientThatAnswers(body: unknown, status = 200) {
  const fetch = jest.fn(
    async (_url: string | URL | Request, _init?: RequestInit) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
  );
  return { client: new MlClient({ fetchApi: { fetch } }), fetch };
}

const MODEL = 'model:research/fraud-score';

describe('MlClient', () => {
  it('sends only the filters that are set', async () => {
    const { client, fetch } = clientThatAnswers({ items: [] });
    await client.listModels({
      owner: ['group:default/a', 'group:default/b'],
      text: '',
      mine: true,
      limit: 50,
    });
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://ml/models?owner=group%3Adefault%2Fa&owner=group%3Adefault%2Fb&mine=true&limit=50',
    );
  });

  it('encodes labels that hold anything', async () => {
    const { client, fetch } = clientThatAnswers({});
    await client.getVersion(MODEL, 'eu-prod:12/a');
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://ml/models/research/fraud-score/versions/eu-prod%3A12%2Fa',
    );
  });

  it('asks for a promotion with a key that makes repeating it harmless', async () => {
    const { client, fetch } = clientThatAnswers({});
    await client.requestPromotion(
      {
        model: MODEL,
        version: '44',
        stage: 'production',
        target: { environment: 'production', segment: '*' },
      },
      { key: 'abc' },
    );
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe('plugin://ml/promotions');
    expect(init).toMatchObject({
      method: 'POST',
      headers: { 'Idempotency-Key': 'abc' },
    });
    expect(JSON.parse(String(init?.body))).toEqual({
      model: MODEL,
      version: '44',
      stage: 'production',
      environment: 'production',
      segment: '*',
    });
  });

  it.each([
    ['approve', { revision: 3, reason: 'ok', requirement: 'owners' }],
    ['reject', { revision: 3, reason: 'ok', requirement: 'owners' }],
    ['cancel', { revision: 3, reason: 'ok' }],
    ['reevaluate', { revision: 3 }],
  ] as const)('sends what %s takes', async (action, body) => {
    const { client, fetch } = clientThatAnswers({});
    await client.decidePromotion('p1', {
      action,
      revision: 3,
      requirementId: 'owners',
      reason: 'ok',
    });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(`plugin://ml/promotions/p1/${action}`);
    expect(JSON.parse(String(init?.body))).toEqual(body);
  });

  it('reads the part of the ledger about a promotion', async () => {
    const { client, fetch } = clientThatAnswers({ items: ['b', 'a'] });
    const query = { subject: MODEL, correlationId: 'p1', limit: 200 };
    expect(await client.listEvents(query)).toEqual({ items: ['b', 'a'] });
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://ml/ledger?subject=model%3Aresearch%2Ffraud-score&correlationId=p1&limit=200',
    );
  });

  it('rejects with the error of the backend', async () => {
    const { client } = clientThatAnswers(
      {
        error: { name: 'ConflictError', message: 'It has changed' },
        response: { statusCode: 409 },
      },
      409,
    );
    const error = await client.getPromotion('p1').catch(e => e);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error.cause.message).toBe('It has changed');
  });
});
