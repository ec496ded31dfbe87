import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { KeptIntakeDecision } from '@understudy/plugin-ml-common';
import express from 'express';
import {
  MlIntakeDecisionsService,
  mlIntakeDecisionsServiceRef,
} from './intakeDecisions';

function decisionOf(name: string): KeptIntakeDecision {
  return {
    record: { server: 'eu & us', name },
    decision: { action: 'ignore', reason: 'A test' },
    decidedBy: 'user:default/somebody',
    decidedAt: '2026-06-15T12:00:00.000Z',
  };
}

describe('mlIntakeDecisionsServiceRef', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let decisions: MlIntakeDecisionsService;
  let callers: string[];
  let queries: unknown[];
  let answer: express.Handler;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'ml',
          register(env) {
            env.registerInit({
              deps: {
                httpAuth: coreServices.httpAuth,
                httpRouter: coreServices.httpRouter,
              },
              async init({ httpAuth, httpRouter }) {
                httpRouter.use(
                  express
                    .Router()
                    .get(
                      '/intake/decisions',
                      async (request, response, next) => {
                        const { principal } = await httpAuth.credentials(
                          request,
                          { allow: ['service'] },
                        );
                        callers.push(principal.subject);
                        queries.push(request.query);
                        answer(request, response, next);
                      },
                    ),
                );
              },
            });
          },
        }),
        createBackendPlugin({
          pluginId: 'catalog',
          register(env) {
            env.registerInit({
              deps: { service: mlIntakeDecisionsServiceRef },
              async init({ service }) {
                decisions = service;
              },
            });
          },
        }),
      ],
    });
  });

  afterAll(() => backend.stop());

  beforeEach(() => {
    callers = [];
    queries = [];
  });

  it('reads every page, as the plugin that asks', async () => {
    const pages: Record<string, { items: KeptIntakeDecision[] }> = {
      first: { items: [decisionOf('a'), decisionOf('b')] },
      'c 2': { items: [decisionOf('c')] },
      'c 3': { items: [] },
    };
    const next: Record<string, string> = { first: 'c 2', 'c 2': 'c 3' };
    answer = ({ query }, response) => {
      const at = String(query.cursor ?? 'first');
      response.json({ ...pages[at], nextCursor: next[at] });
    };
    await expect(decisions.list({ server: 'eu & us' })).resolves.toEqual(
      ['a', 'b', 'c'].map(decisionOf),
    );
    expect(queries).toEqual([
      { server: 'eu & us' },
      { server: 'eu & us', cursor: 'c 2' },
      { server: 'eu & us', cursor: 'c 3' },
    ]);
    expect(callers).toEqual([
      'plugin:catalog',
      'plugin:catalog',
      'plugin:catalog',
    ]);
  });

  it.each([
    [new ServiceUnavailableError('Not started yet'), 503],
    [new NotFoundError('No such server'), 404],
  ])('rejects with what the backend says: %s', async (error, statusCode) => {
    answer = (_request, _response, next) => next(error);
    await expect(decisions.list({ server: 'eu' })).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode,
      cause: expect.objectContaining({ message: error.message }),
    });
  });

  it('gives nothing when a later page fails', async () => {
    answer = ({ query }, response, next) =>
      query.cursor
        ? next(new ServiceUnavailableError('Gone'))
        : response.json({ items: [decisionOf('a')], nextCursor: 'c' });
    await expect(decisions.list({ server: 'eu' })).rejects.toMatchObject({
      statusCode: 503,
    });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    answer = () => controller.abort(new Error('Enough'));
    await expect(
      decisions.list({ server: 'eu', signal: controller.signal }),
    ).rejects.toThrow('Enough');
  });
});
