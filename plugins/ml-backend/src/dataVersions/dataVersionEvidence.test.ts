import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import {
  datasetEntity,
  featureViewEntity,
} from '../__testUtils__/dataEntities';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import { startMlBackend } from '../__testUtils__/startMlBackend';

jest.setTimeout(60_000);

const kinds = [
  {
    collection: 'datasets',
    name: 'tx',
    ref: 'dataset:default/tx',
    version: { label: '1', digest: `sha256:${'a'.repeat(64)}` },
  },
  {
    collection: 'feature-views',
    name: 'cards',
    ref: 'featureview:default/cards',
    version: {
      label: '1',
      definition: {
        fields: [{ name: 'amount' }],
        entities: [{ name: 'card' }],
        sources: [],
      },
    },
  },
];

async function start(owns = ['group:default/data-platform']) {
  const { server } = await startMlBackend({
    entities: [datasetEntity('tx'), featureViewEntity('cards')],
    features: [
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/engineer',
          ownershipEntityRefs: owns,
        }),
      }).factory,
      mockServices.permissions.mock({
        authorize: async asked =>
          asked.map(() => ({ result: AuthorizeResult.ALLOW })),
        authorizeConditional: async asked =>
          asked.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
    ],
  });
  return async (
    method: 'get' | 'post' | 'delete',
    path: string,
    body?: object,
  ) => {
    const response = await request(server)
      [method](`/api/ml${path}`)
      .set('Authorization', mockCredentials.user.header())
      .send(body);
    const described = path
      .replace(/[?].*/, '')
      .replace(/default\/\w+/, '{namespace}/{name}')
      .replace(/versions\/\w+/, 'versions/{version}');
    expectDescribed(method, described, response);
    return response;
  };
}

describe.each(kinds)('versions in $collection', each => {
  const { collection, name, ref, version } = each;
  const versions = `/${collection}/default/${name}/versions`;

  it('carry provenance and labels', async () => {
    const call = await start();
    await call('post', versions, version);
    const added = await call('post', `${versions}/1/evidence`, {
      provenance: { code: { commit: 'c0ffee1' }, trainedBy: 'nightly' },
      labels: [{ key: 'looked-at', value: 'yes' }],
    });
    expect(added.status).toBe(201);
    const read = await call('get', `${versions}/1/evidence`);
    expect(read.body).toMatchObject({
      provenance: [{ code: { commit: 'c0ffee1' }, trainedBy: 'nightly' }],
      labels: [{ key: 'looked-at', value: 'yes' }],
      truncated: [],
    });
  });

  it('are taken back and stay readable, and nothing more is added', async () => {
    const call = await start();
    await call('post', versions, version);
    const gone = await call('delete', `${versions}/1`, { reason: 'Wrong day' });
    expect(gone.body).toMatchObject({
      model: ref,
      tombstone: { reason: 'Wrong day', deletedBy: expect.any(String) },
    });
    const read = await call('get', `${versions}/1`);
    expect(read.body.tombstone).toEqual(gone.body.tombstone);
    const list = await call('get', `${versions}?view=all`);
    expect(list.body.items).toMatchObject([
      { tombstone: { reason: 'Wrong day' } },
    ]);
    const late = await call('post', `${versions}/1/evidence`, {
      labels: [{ key: 'a', value: 'b' }],
    });
    expect(late.status).toBe(409);
    expect((await call('post', versions, version)).status).toBe(409);
    const twice = await call('delete', `${versions}/1`, { reason: 'Again' });
    expect(twice.status).toBe(409);
  });

  it('are left alone by those who do not own them', async () => {
    const call = await start(['group:default/others']);
    const label = { labels: [{ key: 'a', value: 'b' }] };
    expect((await call('post', `${versions}/1/evidence`, label)).status).toBe(
      403,
    );
    const gone = await call('delete', `${versions}/1`, { reason: 'Not mine' });
    expect(gone.status).toBe(403);
  });

  it('say what is missing', async () => {
    const call = await start();
    const read = await call('get', `${versions}/7/evidence`);
    expect(read.status).toBe(404);
    expect(read.body.error.message).toMatch(`'${ref}' has no version '7'`);
    const gone = await call('delete', `${versions}/7`, { reason: 'Gone' });
    expect(gone.status).toBe(404);
  });
});
