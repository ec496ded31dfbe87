import request from 'supertest';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { person } from '../promotion/__testUtils__/as';
import { clientOf, openDoor, portalModel } from './__testUtils__/openDoor';
import { mlflowRoutes } from './protocol/mlflowRoutes';

jest.setTimeout(60_000);

describe('createMlflowRouter', () => {
  let door: Awaited<ReturnType<typeof openDoor>>;
  const create = '/mlflow/api/2.0/mlflow/model-versions/create';
  const authorization = `Bearer ${person('scientist')}`;

  beforeAll(async () => {
    door = await openDoor(await migratedDatabase('SQLITE_3'), {
      entities: [portalModel('gift-wrap')],
    });
  });

  afterAll(async () => {
    await door.stop();
  });

  it.each(mlflowRoutes.map(({ method, path }) => [method, path] as const))(
    'answers 401 in the words of MLflow to nobody: %s %s',
    async (method, path) => {
      const { status, body } = await door.byNobody()[method](path.slice(1));
      expect(status).toBe(401);
      expect(body).toEqual({
        error_code: 'UNAUTHENTICATED',
        message: expect.any(String),
      });
    },
  );

  it.each(
    mlflowRoutes
      .filter(({ path }) => !path.endsWith('/search'))
      .map(({ method, path }) => [method, path] as const),
  )('names what is missing: %s %s', async (method, path) => {
    const { status, body } = await door.by('scientist')[method](path.slice(1));
    expect(status).toBe(400);
    expect(body).toEqual({
      error_code: 'INVALID_PARAMETER_VALUE',
      message: expect.stringContaining('name is missing'),
    });
  });

  it('answers 401 to a token that is not valid', async () => {
    const { status, body } = await clientOf(door.app, 'made-up').get(
      'registered-models/get',
      { name: 'gift-wrap' },
    );
    expect(status).toBe(401);
    expect(body.error_code).toBe('UNAUTHENTICATED');
  });

  it.each([
    '/mlflow/api/2.0/mlflow/experiments/get-by-name?experiment_name=x',
    '/mlflow/api/2.0/mlflow/webhooks',
    '/mlflow/api/3.0/mlflow/server-info',
    '/mlflow',
  ])('has no %s', async path => {
    const { status, body } = await request(door.app)
      .get(path)
      .set({ authorization });
    expect(status).toBe(404);
    expect(body.error_code).toBe('ENDPOINT_NOT_FOUND');
    expect((await request(door.app).get(path)).status).toBe(401);
  });

  it.each([
    ['no JSON', '{"name": "gift-wrap", "source": NaN}'],
    ['a list', '[]'],
    ['too much', JSON.stringify({ name: 'x'.repeat(2_000_000) })],
  ])('refuses a body that is %s', async (_what, text) => {
    const { status, body } = await request(door.app)
      .post(create)
      .set({ authorization, 'content-type': 'application/json' })
      .send(text);
    expect(status).toBe(400);
    expect(body.error_code).toBe('INVALID_PARAMETER_VALUE');
    expect(body.message).toContain('body');
  });

  it('says which value of a body is no JSON', async () => {
    const { status, body } = await request(door.app)
      .post(create)
      .set({ authorization, 'content-type': 'application/json' })
      .send('{"name": "x", "tags": [{"key": "auc", "value": NaN}]}');
    expect(status).toBe(400);
    expect(body).toEqual({
      error_code: 'INVALID_PARAMETER_VALUE',
      message: expect.stringMatching(
        /^body\.tags\.0\.value is NaN, which is no number in JSON; leave it out/,
      ),
    });
  });

  it('refuses a body in an encoding that it does not know', async () => {
    const { status, body } = await request(door.app)
      .post(create)
      .set({
        authorization,
        'content-type': 'application/json',
        'content-encoding': 'zip',
      })
      .send('{}');
    expect(status).toBe(400);
    expect(body.message).toContain('unsupported content encoding');
  });

  it('tells the auditor what was changed, how it went, and nothing of reads', async () => {
    const { createEvent } = door.auditor;
    createEvent.mockClear();
    await door.by('scientist').get('registered-models/search');
    await door.by('scientist').post('registered-models/get-latest-versions', {
      name: 'gift-wrap',
    });
    expect(createEvent).not.toHaveBeenCalled();
    await door.by('scientist').post('registered-models/set-tag', {
      name: 'gift-wrap',
      key: 'a',
    });
    expect(createEvent).toHaveBeenCalledWith({
      eventId: 'mlflow-change',
      severityLevel: 'medium',
      meta: {
        actionType: 'registered-models/set-tag',
        method: 'POST',
        by: 'user:default/scientist',
      },
    });
  });
});
