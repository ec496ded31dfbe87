import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { authModuleRoles } from './authModuleRoles';

const onCall = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'on-call', namespace: 'default' },
  spec: { memberOf: ['ml-oncall'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/ml-oncall' }],
};

async function startPortal() {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleRoles,
      catalogServiceMock.factory({ entities: [onCall] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: {
            providers: {
              roles: {
                enabled: true,
                roles: [
                  { name: 'on-call', title: 'On-call engineer' },
                  { name: 'executive', title: 'Executive' },
                ],
              },
            },
          },
        },
      }),
    ],
  });
  return (headers: Record<string, string>) =>
    request(server).get('/api/auth/roles/refresh').set(headers);
}

describe('authModuleRoles', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('signs in the user of that name with the groups of the catalog', async () => {
    const enter = await startPortal();

    const response = await enter({ 'x-understudy-role': 'on-call' });

    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      profile: { displayName: 'On-call engineer' },
      backstageIdentity: {
        token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        identity: {
          userEntityRef: 'user:default/on-call',
          ownershipEntityRefs: expect.arrayContaining([
            'user:default/on-call',
            'group:default/ml-oncall',
          ]),
        },
      },
    });
  });

  it.each([
    [{ 'x-understudy-role': 'root' }, 'Unknown role "root"'],
    [{}, 'The header x-understudy-role is missing'],
  ])('answers %p with the allowed roles', async (headers, problem) => {
    const enter = await startPortal();

    const response = await enter({ ...headers });

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(problem);
    expect(response.body.error.message).toContain('on-call, executive');
  });

  it('says that a listed role has no user in the catalog', async () => {
    const enter = await startPortal();

    const response = await enter({ 'x-understudy-role': 'executive' });

    expect(response.status).toBe(404);
    expect(response.body.error.message).toContain(
      'The catalog has no user:default/executive',
    );
  });

  it('refuses what a proxy passes on', async () => {
    const enter = await startPortal();

    const response = await enter({
      'x-understudy-role': 'on-call',
      'x-forwarded-for': '127.0.0.1',
    });

    expect(response.status).toBe(403);
  });

  it('has no route in production, whatever the config says', async () => {
    jest.replaceProperty(process, 'env', {
      ...process.env,
      NODE_ENV: 'production',
    });
    const enter = await startPortal();

    const response = await enter({ 'x-understudy-role': 'on-call' });

    expect(response.status).toBe(404);
  });
});
