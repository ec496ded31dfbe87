import { Knex } from 'knex';
import request from 'supertest';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { openDoor, portalModel } from '../mlflow/__testUtils__/openDoor';
import { agentOf, as, person, service } from '../promotion/__testUtils__/as';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('registry tokens on %s', id => {
  let knex: Knex;
  let door: Awaited<ReturnType<typeof openDoor>>;
  const name = 'gift-wrap';

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    door = await openDoor(knex, {
      entities: [
        portalModel(name),
        portalModel('other-team', 'group:default/model-risk'),
      ],
    });
  });

  afterEach(async () => {
    await door.stop();
  });

  const make = async (fields: object = {}, token = person('scientist')) =>
    await as(door.app, token).post('/registry-tokens', {
      name: 'laptop',
      ...fields,
    });
  const list = async (who = 'scientist') =>
    (await as(door.app, person(who)).get('/registry-tokens')).body.items;
  const revoke = async (tokenId: string, who = 'scientist') =>
    await request(door.app)
      .delete(`/registry-tokens/${tokenId}`)
      .set({ authorization: `Bearer ${person(who)}` });

  it('is told once, and kept as a hash', async () => {
    const made = await make();
    expect(made.status).toBe(201);
    expectDescribed('post', '/registry-tokens', made);
    expect(made.headers['cache-control']).toBe('no-store');
    const { token, ...rest } = made.body;
    expect(rest).toMatchObject({
      name: 'laptop',
      scopes: ['read', 'register'],
      createdAt: '2026-11-23T12:00:00.000Z',
      expiresAt: '2026-12-23T12:00:00.000Z',
    });
    expect(await list()).toEqual([rest]);
    expect(await list('lead')).toEqual([]);
    // It can have the sign in it that stands before it.
    const secret = token.slice(-43);
    expect(token.at(-44)).toBe('_');
    for (const table of ['registry_token', 'event']) {
      expect(JSON.stringify(await knex(table))).not.toContain(secret);
    }
  });

  it('are at most twenty of a person, however many are made at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        make({ name: `laptop ${index}` }),
      ),
    );
    const statuses = made.map(({ status }) => status);
    expect(statuses.filter(status => status === 201)).toHaveLength(20);
    expect(statuses.filter(status => status === 409)).toHaveLength(5);
    expect(await list()).toHaveLength(20);
    expect((await make({}, person('lead'))).status).toBe(201);
  });

  it('registers in the name of the person', async () => {
    const { token, id: tokenId } = (await make()).body;
    const client = door.byToken(token);
    const created = await client.post('model-versions/create', {
      name,
      source: 's3://a',
      tags: [{ key: 'understudy.dev/author', value: 'user:default/lead' }],
    });
    expect(created.status).toBe(200);
    expect(created.body.model_version.user_id).toBe('user:default/scientist');
    expect(
      await knex('version').where({ source_type: 'portal' }),
    ).toMatchObject([
      { created_by: 'user:default/scientist', claimed_author: null },
    ]);
    const event = await knex('event')
      .where({ type: 'dev.understudy.version.registered' })
      .first();
    expect(JSON.parse(event.data)).toMatchObject({
      actor: { ref: 'user:default/scientist', kind: 'user' },
      after: { registryToken: tokenId },
    });
    const model = await client.post('registered-models/create', {
      name: 'new',
    });
    expect(model.status).toBe(200);
    expect(
      await knex('portal_record').orderBy('record_id').pluck('owner'),
    ).toEqual([null, 'group:default/payments-fraud']);
    expect((await list())[0].lastUsedAt).toBe('2026-11-23T12:00:00.000Z');
  });

  it('sees nothing but what belongs to the groups of the person', async () => {
    const { token } = (await make()).body;
    const client = door.byToken(token);
    for (const answer of [
      await client.get('registered-models/get', { name: 'other-team' }),
      await client.post('model-versions/create', {
        name: 'other-team',
        source: 's3://a',
      }),
    ]) {
      expect(answer.status).toBe(404);
    }
    await door.by('risk-officer').post('model-versions/create', {
      name: 'other-team',
      source: 's3://a',
    });
    const { body } = await client.get('model-versions/search');
    const names = body.model_versions.map((v: { name: string }) => v.name);
    expect(names).not.toContain('other-team');
  });

  it('follows the person out of a group and out of the catalog', async () => {
    const { token } = (await make()).body;
    const client = door.byToken(token);
    const read = async () =>
      (await client.get('registered-models/get', { name })).status;
    expect(await read()).toBe(200);
    const at = door.world.entities.findIndex(
      ({ metadata }) => metadata.name === 'scientist',
    );
    door.world.entities[at] = { ...door.world.entities[at], relations: [] };
    expect(await read()).toBe(404);
    door.world.entities.splice(at, 1);
    expect(await read()).toBe(401);
  });

  it('does what its scopes allow', async () => {
    const reader = door.byToken((await make({ scopes: ['read'] })).body.token);
    expect((await reader.get('registered-models/get', { name })).status).toBe(
      200,
    );
    const refused = await reader.post('registered-models/set-tag', {
      name,
      key: 'a',
    });
    expect(refused.status).toBe(403);
    expect(refused.body.message).toContain("needs 'register'");
    const writer = door.byToken(
      (await make({ scopes: ['register'] })).body.token,
    );
    expect((await writer.get('registered-models/get', { name })).status).toBe(
      403,
    );
  });

  it('ends when it expires or is revoked, and not by others', async () => {
    const { token, id: tokenId } = (await make({ days: 1 })).body;
    const read = async () =>
      await door.byToken(token).get('registered-models/get', { name });
    expect((await revoke(tokenId, 'lead')).status).toBe(404);
    expect((await read()).status).toBe(200);
    door.advance(24 * 3600);
    const expired = await read();
    expect(expired.status).toBe(401);
    expect(expired.body).toMatchObject({
      error_code: 'UNAUTHENTICATED',
      message: expect.stringContaining('expired'),
    });
    const other = (await make()).body;
    expect((await revoke(other.id)).status).toBe(204);
    expect((await revoke(other.id)).status).toBe(204);
    const revoked = await door
      .byToken(other.token)
      .get('registered-models/get', { name });
    expect(revoked.body.message).toContain('revoked');
    const types = await knex('event')
      .where({ source: '/api/ml/registry-tokens' })
      .orderBy('sequence')
      .pluck('type');
    expect(types).toEqual([
      'dev.understudy.token.created',
      'dev.understudy.token.created',
      'dev.understudy.token.revoked',
    ]);
  });

  it('does not rest on a part of it that can be guessed', async () => {
    const { token } = (await make()).body;
    for (const wrong of [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      token.slice(0, -1),
      `${token}x`,
      token.toLowerCase(),
      'understudy_rt_',
    ]) {
      const { status } = await door
        .byToken(wrong)
        .get('registered-models/get', { name });
      expect(status).toBe(401);
    }
  });

  it('is good for the registry and for nothing else', async () => {
    const { token } = (await make()).body;
    for (const path of ['/promotions', '/registry-tokens']) {
      expect((await as(door.app, token).get(path)).status).toBe(401);
    }
    // Nor does it roll back, which takes somebody who is signed in.
    const refused = await door.byToken(token).post('registered-models/alias', {
      name,
      alias: 'champion',
      version: '1',
    });
    expect(refused.status).toBe(403);
  });

  it('is made by a signed-in person with the permission only', async () => {
    for (const caller of [service(), agentOf('scientist')]) {
      expect((await make({}, caller)).status).toBe(403);
    }
    door.world.permissions.denied.add('ml.registry-token.create');
    const refused = await make();
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('ml.registry-token.create');
  });

  it('remembers that the person could not register new models', async () => {
    door.world.permissions.denied.add('ml.model.register');
    const { token } = (await make()).body;
    door.world.permissions.denied.clear();
    const { status, body } = await door
      .byToken(token)
      .post('registered-models/create', { name: 'new' });
    expect(status).toBe(403);
    expect(body.message).toContain('ml.model.register');
  });

  it.each([
    [{ name: '' }, 'body.name'],
    [{ name: 'x'.repeat(101) }, 'body.name'],
    [{ days: 0 }, 'body.days'],
    [{ days: 91 }, 'body.days'],
    [{ scopes: [] }, 'body.scopes'],
    [{ scopes: ['approve'] }, 'body.scopes'],
    [{ approve: true }, 'approve'],
  ])('refuses %p', async (fields, named) => {
    const { status, body } = await make(fields);
    expect(status).toBe(400);
    expect(body.error.message).toContain(named);
  });

  it('is one of at most twenty', async () => {
    for (let count = 0; count < 20; count++) {
      expect((await make()).status).toBe(201);
    }
    expect((await make()).status).toBe(409);
    await revoke((await list())[0].id);
    expect((await make()).status).toBe(201);
  });
});
