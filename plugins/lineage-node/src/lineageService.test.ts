import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import express from 'express';
import { LineageService, lineageServiceRef } from './lineageService';

describe('lineageServiceRef', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let lineage: LineageService;
  let asked: { path: string; query: unknown; caller: unknown }[];
  let answer: express.Handler;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'lineage',
          register(env) {
            env.registerInit({
              deps: {
                httpAuth: coreServices.httpAuth,
                httpRouter: coreServices.httpRouter,
              },
              async init({ httpAuth, httpRouter }) {
                httpRouter.use(async (request, response, next) => {
                  const credentials = await httpAuth.credentials(request, {
                    allow: ['user', 'service'],
                  });
                  const { principal } = credentials;
                  asked.push({
                    path: request.path,
                    query: request.query,
                    caller:
                      principal.type === 'user'
                        ? principal.userEntityRef
                        : principal.subject,
                  });
                  answer(request, response, next);
                });
              },
            });
          },
        }),
        createBackendPlugin({
          pluginId: 'ml',
          register(env) {
            env.registerInit({
              deps: { service: lineageServiceRef },
              async init({ service }) {
                lineage = service;
              },
            });
          },
        }),
      ],
    });
  });

  afterAll(() => backend.stop());

  beforeEach(() => {
    asked = [];
    answer = (_request, response) => response.json({ root: 'x' });
  });

  it('asks for what it is asked for', async () => {
    await expect(
      lineage.getGraph({
        root: 'ol:dataset:s3%3A%2F%2Fb/x',
        direction: 'upstream',
        depth: 3,
        environment: 'test',
        kinds: ['model', 'job'],
        limit: undefined,
      }),
    ).resolves.toEqual({ root: 'x' });
    await lineage.getImpact({
      root: 'model:default/a',
      environment: '*',
      limit: 5,
    });
    await lineage.getNode({ node: 'ol:dataset:s3%3A%2F%2Fb/x' });
    await lineage.getRuns({ node: 'model:default/a', cursor: 'c d' });
    await lineage.getUsingRuns({
      node: 'model:default/a',
      version: '42',
      from: '2026-11-01',
    });
    await lineage.getFields({ root: 'dataset:default/a', field: 'price' });
    await lineage.findPath({
      from: 'dataset:default/a',
      to: 'model:default/a',
    });
    await lineage.getSchemas({
      entities: ['dataset:default/a', 'dataset:default/b'],
    });
    await lineage.getSchemas({ cursor: 'c', limit: 10 });
    expect(asked).toEqual([
      {
        path: '/graph',
        query: {
          root: 'ol:dataset:s3%3A%2F%2Fb/x',
          direction: 'upstream',
          depth: '3',
          environment: 'test',
          kinds: 'model,job',
        },
        caller: 'plugin:ml',
      },
      {
        path: '/impact',
        query: { root: 'model:default/a', environment: '*', limit: '5' },
        caller: 'plugin:ml',
      },
      {
        path: '/nodes/ol%3Adataset%3As3%253A%252F%252Fb%2Fx',
        query: {},
        caller: 'plugin:ml',
      },
      {
        path: '/runs',
        query: { node: 'model:default/a', cursor: 'c d' },
        caller: 'plugin:ml',
      },
      {
        path: '/runs',
        query: { used: 'model:default/a@42', from: '2026-11-01' },
        caller: 'plugin:ml',
      },
      {
        path: '/columns',
        query: { root: 'dataset:default/a', field: 'price' },
        caller: 'plugin:ml',
      },
      {
        path: '/path',
        query: { from: 'dataset:default/a', to: 'model:default/a' },
        caller: 'plugin:ml',
      },
      {
        path: '/schemas',
        query: { entities: 'dataset:default/a,dataset:default/b' },
        caller: 'plugin:ml',
      },
      {
        path: '/schemas',
        query: { cursor: 'c', limit: '10' },
        caller: 'plugin:ml',
      },
    ]);
  });

  it('asks about many nodes in one request', async () => {
    let sent: unknown;
    answer = (request, response, next) =>
      express.json()(request, response, error => {
        sent = request.body;
        if (error) {
          next(error);
        } else {
          response.json({ items: [] });
        }
      });
    const request = {
      roots: ['model:default/a', 'model:default/b'],
      impact: { kinds: ['model'], limit: 5 },
    };
    await expect(lineage.getNeighbourhoods?.(request)).resolves.toEqual({
      items: [],
    });
    expect(asked).toEqual([
      { path: '/neighbourhoods', query: {}, caller: 'plugin:ml' },
    ]);
    expect(sent).toEqual(request);
  });

  it('asks as the user, and for others as the plugin', async () => {
    const root = 'model:default/a';
    for (const credentials of [
      mockCredentials.user('user:default/lead'),
      mockCredentials.service('external:ci'),
      undefined,
    ]) {
      await lineage.getGraph({ root }, { credentials });
    }
    expect(asked.map(({ caller }) => caller)).toEqual([
      'user:default/lead',
      'plugin:ml',
      'plugin:ml',
    ]);
  });

  it('asks for nobody who is not known', async () => {
    await expect(
      lineage.getGraph(
        { root: 'model:default/a' },
        { credentials: mockCredentials.none() },
      ),
    ).rejects.toMatchObject({ name: 'AuthenticationError' });
    expect(asked).toEqual([]);
  });

  it('rejects with what the backend says', async () => {
    answer = (_request, _response, next) =>
      next(new NotFoundError('No lineage is known of it'));
    await expect(
      lineage.getRuns({ node: 'model:default/a' }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: expect.objectContaining({ message: 'No lineage is known of it' }),
    });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    answer = () => controller.abort(new Error('Enough'));
    await expect(
      lineage.getGraph(
        { root: 'model:default/a' },
        { signal: controller.signal },
      ),
    ).rejects.toThrow('Enough');
  });
});
