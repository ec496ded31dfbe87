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

  describe('evidence, search, aliases and tokens', () => {
    it('asks for the evidence of a version', async () => {
      const { client, fetch } = clientThatAnswers({});
      await client.getEvidence(MODEL, 'eu-prod:12');
      expect(fetch.mock.calls[0][0]).toBe(
        'plugin://ml/models/research/fraud-score/versions/eu-prod%3A12/evidence',
      );
    });

    it('searches with conditions as they are', async () => {
      const { client, fetch } = clientThatAnswers({ items: [] });
      const query = { metric: ['auc>=0.9'], tag: ['a=b', 'c=d'], owner: [] };
      await client.searchVersions({ ...query, limit: 50 });
      expect(fetch.mock.calls[0][0]).toBe(
        'plugin://ml/versions?metric=auc%3E%3D0.9&tag=a%3Db&tag=c%3Dd&limit=50',
      );
      const file = await client.exportVersions(query, 'csv');
      expect(fetch.mock.calls[1][0]).toBe(
        'plugin://ml/versions/export?metric=auc%3E%3D0.9&tag=a%3Db&tag=c%3Dd&format=csv',
      );
      expect(file.size).toBeGreaterThan(0);
    });

    it('asks what was assigned at a time', async () => {
      const { client, fetch } = clientThatAnswers({ items: [] });
      const at = '2026-03-01T12:00:00.000Z';
      await client.listAssignments(MODEL, { view: 'history', at });
      expect(fetch.mock.calls[0][0]).toBe(
        'plugin://ml/models/research/fraud-score/assignments?view=history&at=2026-03-01T12%3A00%3A00.000Z',
      );
    });

    it('reads and decides drift', async () => {
      const { client, fetch } = clientThatAnswers({ items: [{ id: 'd1' }] });
      expect(await client.listAliasDrift(MODEL)).toEqual([{ id: 'd1' }]);
      const decision = { choice: 'revert' as const, reason: 'By mistake' };
      await client.decideAliasDrift(MODEL, 'd1', decision);
      const [url, init] = fetch.mock.calls[1];
      expect(url).toBe(
        'plugin://ml/models/research/fraud-score/alias-drift/d1',
      );
      expect(JSON.parse(String(init?.body))).toEqual(decision);
    });

    it('reads the history of an alias', async () => {
      const { client, fetch } = clientThatAnswers({ items: [] });
      await client.listAliasChanges(MODEL, { alias: 'champion', limit: 20 });
      expect(fetch.mock.calls[0][0]).toBe(
        'plugin://ml/models/research/fraud-score/alias-history?alias=champion&limit=20',
      );
    });

    it('creates and revokes tokens', async () => {
      const { client, fetch } = clientThatAnswers({ token: 'secret' });
      const wanted = { name: 'laptop', days: 7, scopes: ['read' as const] };
      expect(await client.createRegistryToken(wanted)).toMatchObject({
        token: 'secret',
      });
      expect(JSON.parse(String(fetch.mock.calls[0][1]?.body))).toEqual(wanted);
      fetch.mockResolvedValueOnce(new Response(null, { status: 204 }));
      await client.revokeRegistryToken('t/1');
      const [url, init] = fetch.mock.calls[1];
      expect(url).toBe('plugin://ml/registry-tokens/t%2F1');
      expect(init?.method).toBe('DELETE');
    });
  });
});
