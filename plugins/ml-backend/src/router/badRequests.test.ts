import request, { Test } from 'supertest';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import { startMlBackend } from '../__testUtils__/startMlBackend';
import { openApiDocument } from '../schema/openapi';

jest.setTimeout(120_000);

type Method = 'get' | 'post' | 'delete';

/** Every route but those that have errors of their own. */
const routes = Object.entries(openApiDocument.paths)
  .filter(([path]) => !/^\/mlflow\/|^\/openapi|webhook$/.test(path))
  .flatMap(([path, operations]) =>
    Object.keys(operations).map(method => [method as Method, path] as const),
  );
const reading = routes.filter(([method]) => method === 'get');
const changing = routes.filter(([method]) => method !== 'get');
const digest = `sha256:${'a'.repeat(64)}`;
const tooLarge = JSON.stringify({ a: 'x'.repeat(2 * 1024 * 1024) });

describe('bad requests', () => {
  let server: Awaited<ReturnType<typeof startMlBackend>>['server'];

  beforeAll(async () => {
    ({ server } = await startMlBackend({}));
  });

  const ask = (method: Method, path: string, query = ''): Test =>
    request(server)[method](
      `/api/ml${path.replace('{kind}', 'model').replace(/[{}]/g, '')}${query}`,
    );

  it.each(reading)(
    '%s %s names a parameter that nobody knows',
    async (method, path) => {
      const answer = await ask(method, path, '?surprise=1');
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain('surprise');
      expectDescribed(method, path, answer);
    },
  );

  it.each(changing)('%s %s refuses what is too large', async (method, path) => {
    const answer = await ask(method, path)
      .set('Content-Type', 'application/json')
      .send(tooLarge);
    expect(answer.status).toBe(413);
    expectDescribed(method, path, answer);
  });

  it.each(changing)('%s %s refuses what is not read', async (method, path) => {
    const answer = await ask(method, path)
      .set('Content-Type', 'application/json; charset=martian')
      .send('{}');
    expect(answer.status).toBe(415);
    expectDescribed(method, path, answer);
  });

  it.each([
    [
      { label: '1', digest, metrics: [{ name: 'auc', value: 1, mean: 2 }] },
      'request/body/metrics/0 must NOT have additional properties; not known here: "mean"',
    ],
    [
      { label: '1', digest, lable: 1, colour: {} },
      'request/body must NOT have additional properties; not known here: "lable", "colour"',
    ],
    [
      {
        label: '1',
        digest,
        ...Object.fromEntries([...'abcdefg'].map(key => [key, 1])),
      },
      'not known here: "a", "b", "c", "d", "e" and 2 more',
    ],
  ])('name the fields that nobody knows: %j', async (body, message) => {
    const answer = await ask('post', '/models/default/x/versions').send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
  });

  it.each([
    [undefined, 'there is none'],
    ['text/plain', 'it is "text/plain"'],
  ])('say how a body has to come that is %s', async (type, message) => {
    const asked = ask('post', '/models/default/x/versions');
    const answer = await (type ? asked.type(type).send('label=1') : asked);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe(
      `The body has to be application/json; ${message}`,
    );
  });
});
