import { buildContract } from '../__testUtils__/contractBuilders';
import { ContractClient } from './ContractClient';

function clientThatAnswers(body: unknown, status = 200) {
  const fetch = jest.fn(
    async (_url: string | URL | Request, _init?: RequestInit) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
  );
  return { client: new ContractClient({ fetchApi: { fetch } }), fetch };
}

const MODEL = 'model:default/fraud-score';
const BASE = 'plugin://ml/contracts/model/default/fraud-score';

describe('ContractClient', () => {
  it.each<[string, (client: ContractClient) => Promise<unknown>, string]>([
    ['the contract', client => client.getContract(MODEL), BASE],
    [
      'its versions',
      client => client.listVersions(MODEL, { limit: 20, cursor: 'a b' }),
      `${BASE}/versions?limit=20&cursor=a+b`,
    ],
    [
      'one version',
      client => client.getVersion(MODEL, '3.0.0-rc.1+b'),
      `${BASE}/versions/3.0.0-rc.1%2Bb`,
    ],
    [
      'a difference',
      client => client.compareVersions(MODEL, '1.0.0', '2.0.0'),
      `${BASE}/versions/1.0.0/diff/2.0.0`,
    ],
    ['consumers', client => client.listConsumers(MODEL), `${BASE}/consumers`],
  ])('reads %s', async (_, read, url) => {
    const { client, fetch } = clientThatAnswers({ items: [] });
    expect(await read(client)).toEqual({ items: [] });
    expect(fetch.mock.calls[0][0]).toBe(url);
  });

  it('writes the kind in small letters', async () => {
    const { client, fetch } = clientThatAnswers({ problems: [] });
    await client.getContract('FeatureView:default/card-velocity');
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://ml/contracts/featureview/default/card-velocity',
    );
  });

  it('lists what is deprecated', async () => {
    const { client } = clientThatAnswers({ items: [{ version: '2.3.0' }] });
    expect(await client.listDeprecations(MODEL)).toEqual([
      { version: '2.3.0' },
    ]);
  });

  it('sends a deprecation as it is', async () => {
    const { client, fetch } = clientThatAnswers({});
    const body = { removeAfter: '2027-01-31', reason: 'Too few' };
    await client.deprecate(MODEL, '2.3.0', body);
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(`${BASE}/versions/2.3.0/deprecation`);
    expect(init?.method).toBe('POST');
    expect(JSON.parse(String(init?.body))).toEqual(body);
  });

  it('publishes a contract', async () => {
    const { client, fetch } = clientThatAnswers({ version: '3.0.0' }, 201);
    const contract = buildContract();
    expect(await client.publish(MODEL, contract)).toEqual({ version: '3.0.0' });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(`${BASE}/versions`);
    expect(JSON.parse(String(init?.body))).toEqual({ contract });
  });

  it('checks a contract, and calls that off', async () => {
    const { client, fetch } = clientThatAnswers({ verdict: 'compatible' });
    const { signal } = new AbortController();
    const contract = buildContract();
    await client.check(MODEL, contract, { signal });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe('plugin://ml/contracts/check');
    expect(init?.signal).toBe(signal);
    expect(JSON.parse(String(init?.body))).toEqual({
      subject: MODEL,
      contract,
    });
  });

  it('lists waivers in some states', async () => {
    const { client, fetch } = clientThatAnswers({ items: [] });
    await client.listWaivers(MODEL, { states: ['refused', 'ended'], limit: 5 });
    expect(fetch.mock.calls[0][0]).toBe(
      `${BASE}/waivers?state=refused&state=ended&limit=5`,
    );
  });

  it('asks for waivers, decides about them and takes them back', async () => {
    const { client, fetch } = clientThatAnswers({ items: [{ id: 'W1' }] }, 201);
    const asked = {
      findings: [{ ruleId: 'R', port: 'p', path: 'f', pointer: '' }],
      reason: 'Soon',
      until: '2027-01-31',
    };
    expect(await client.askForWaivers(MODEL, asked)).toEqual([{ id: 'W1' }]);
    await client.decideWaiver(MODEL, 'W1', { verdict: 'granted' });
    await client.revokeWaiver(MODEL, 'W1', 'Changed');
    expect(
      fetch.mock.calls.map(([url, init]) => [
        url,
        JSON.parse(String(init?.body)),
      ]),
    ).toEqual([
      [`${BASE}/waivers`, asked],
      [`${BASE}/waivers/W1/decision`, { verdict: 'granted' }],
      [`${BASE}/waivers/W1/revocation`, { reason: 'Changed' }],
    ]);
  });

  it('exports in a format', async () => {
    const exported = { documents: [], lossy: [] };
    const { client, fetch } = clientThatAnswers(exported);
    expect(await client.exportContract(MODEL, 'json-schema')).toEqual(exported);
    expect(fetch.mock.calls[0][0]).toBe(`${BASE}/export?format=json-schema`);
  });

  it('passes on what the backend refuses', async () => {
    const { client } = clientThatAnswers(
      {
        error: { name: 'ConflictError', message: 'Taken' },
        response: { statusCode: 409 },
      },
      409,
    );
    await expect(client.publish(MODEL, buildContract())).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'ConflictError', message: 'Taken' },
    });
  });
});
