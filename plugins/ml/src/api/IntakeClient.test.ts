import { ResponseError } from '@backstage/errors';
import { IntakeClient } from './IntakeClient';

function clientThatAnswers(body: string, status = 200) {
  const fetch = jest.fn(
    async (_url: string | URL | Request, _init?: RequestInit) =>
      new Response(body, {
        status,
        headers: { 'content-type': 'application/json' },
      }),
  );
  return { client: new IntakeClient({ fetchApi: { fetch } }), fetch };
}

const RECORD = { server: 'eu-prod', name: 'fraud score (copy)' };

describe('IntakeClient', () => {
  it('sends only the filters that are set', async () => {
    const { client, fetch } = clientThatAnswers('{"items":[]}');
    await client.listRecords({
      server: ['eu-prod', 'us-prod'],
      status: ['no-model'],
      boundBy: 'default',
      text: '',
      gone: false,
      limit: 50,
    });
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://ml/intake?server=eu-prod&server=us-prod&status=no-model&boundBy=default&limit=50',
    );
  });

  it('lists the servers', async () => {
    const { client, fetch } = clientThatAnswers(
      '{"items":[{"server":"eu-prod","title":"MLflow EU"}]}',
    );
    expect(await client.listServers()).toEqual([
      { server: 'eu-prod', title: 'MLflow EU' },
    ]);
    expect(fetch.mock.calls[0][0]).toBe('plugin://ml/intake/servers');
  });

  it('sends decisions as they are', async () => {
    const { client, fetch } = clientThatAnswers('{"items":[]}');
    await client.decide([
      { record: RECORD, decision: { action: 'ignore', reason: 'A test' } },
    ]);
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe('plugin://ml/intake/decisions');
    expect(init?.method).toBe('POST');
    expect(JSON.parse(String(init?.body))).toEqual({
      items: [
        { record: RECORD, decision: { action: 'ignore', reason: 'A test' } },
      ],
    });
  });

  it('reads the file of all that fit', async () => {
    const { client, fetch } = clientThatAnswers('server,record\n');
    const csv = await client.exportCsv({ text: 'fraud', gone: true });
    expect(csv.size).toBe(14);
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://ml/intake/export?text=fraud&gone=true',
    );
  });

  it.each([
    [true, 'plugin://ml/intake/import?dryRun=true'],
    [false, 'plugin://ml/intake/import'],
  ])('sends a file, as a dry run: %p', async (dryRun, address) => {
    const { client, fetch } = clientThatAnswers('{"items":[]}');
    await client.importCsv('server,record\n', { dryRun });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(address);
    expect(init).toMatchObject({
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: 'server,record\n',
    });
  });

  it('asks for a draft of records', async () => {
    const { client, fetch } = clientThatAnswers('kind: Model\n');
    expect(await client.draftYaml([RECORD])).toBe('kind: Model\n');
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe('plugin://ml/intake/drafts');
    expect(JSON.parse(String(init?.body))).toEqual({ records: [RECORD] });
  });

  it('rejects with the error of the backend', async () => {
    const { client } = clientThatAnswers(
      JSON.stringify({
        error: { name: 'InputError', message: "There is no column 'action'" },
        response: { statusCode: 400 },
      }),
      400,
    );
    const error = await client.importCsv('a\n', { dryRun: true }).catch(e => e);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error.cause.message).toBe("There is no column 'action'");
  });
});
