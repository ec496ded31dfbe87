import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { LineageAccess } from './LineageAccess';

const { ALLOW, CONDITIONAL, DENY } = AuthorizeResult;
const user = mockCredentials.user();
const service = mockCredentials.service();

function entityOf(ref: string): Entity {
  const { kind, namespace, name } = parseEntityRef(ref);
  return {
    apiVersion: 'v1',
    kind,
    metadata: { namespace, name, title: `The ${name}` },
    spec: { type: 't', lifecycle: 5 },
    relations: [
      { type: 'partOf', targetRef: 'system:default/s' },
      { type: 'ownedBy', targetRef: 'group:default/a' },
      { type: 'ownedBy', targetRef: 'group:default/b' },
    ],
  };
}

function start(options: {
  entities: AuthorizeResult;
  unmapped?: AuthorizeResult;
  readable?: string[];
}) {
  const { entities, unmapped = DENY, readable = [] } = options;
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(({ permission }): PolicyDecision => {
        const result =
          permission.name === 'lineage.node.read' ? unmapped : entities;
        return result === CONDITIONAL
          ? {
              result,
              pluginId: 'any',
              resourceType: permission.resourceType,
              conditions: { rule: 'X', resourceType: permission.resourceType },
            }
          : { result };
      }),
  });
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        readable.includes(ref) ? entityOf(ref) : undefined,
      ),
    }),
  });
  const access = new LineageAccess({
    auth: mockServices.auth(),
    catalog,
    permissions,
  });
  return { access, catalog, permissions };
}

const nodes = [
  { id: 1, kind: 'entity' as const, entityRef: 'model:default/a' },
  { id: 2, kind: 'entity' as const, entityRef: 'model:default/b' },
  { id: 3, kind: 'dataset' as const },
  { id: 4, kind: 'job' as const },
];

describe('LineageAccess', () => {
  it.each([
    [ALLOW, ALLOW, [1, 2, 3, 4]],
    [ALLOW, DENY, [1, 2]],
    [CONDITIONAL, ALLOW, [1, 3, 4]],
    [CONDITIONAL, DENY, [1]],
    [DENY, ALLOW, [3, 4]],
    [DENY, DENY, []],
  ] as const)(
    'asks with one request, and shows with %s of entities and %s of the rest: %j',
    async (entities, unmapped, expected) => {
      const { access, catalog, permissions } = start({
        entities,
        unmapped,
        readable: ['model:default/a'],
      });
      const view = await access.viewOf({ credentials: user });
      expect([...(await view.filter(nodes))]).toEqual(expected);
      expect(view.everything).toBe(entities === ALLOW && unmapped === ALLOW);
      expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
      expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(
        entities === CONDITIONAL ? 1 : 0,
      );
    },
  );

  it('looks entities up as the user, few fields of each, each once', async () => {
    const { access, catalog } = start({
      entities: CONDITIONAL,
      readable: ['model:default/a'],
    });
    const view = await access.viewOf({ credentials: user });
    await view.filter(nodes);
    await view.filter(nodes);
    expect(catalog.getEntitiesByRefs.mock.calls).toEqual([
      [
        {
          entityRefs: ['model:default/a', 'model:default/b'],
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials: user },
      ],
    ]);
  });

  it('lets list what belongs to no entity who has the permission of it', async () => {
    const require = (unmapped: AuthorizeResult) =>
      start({ entities: DENY, unmapped }).access.requireUnmapped({
        credentials: user,
      });
    await expect(require(ALLOW)).resolves.toBeUndefined();
    await expect(require(DENY)).rejects.toThrow(
      "You are missing the permission 'lineage.node.read'",
    );
  });

  it('asks for that permission each time, whatever was decided before', async () => {
    const { access, permissions } = start({ entities: ALLOW, unmapped: ALLOW });
    const options = { credentials: user };
    expect((await access.viewOf(options)).everything).toBe(true);
    permissions.authorizeConditional.mockResolvedValue([{ result: DENY }]);
    await expect(access.requireUnmapped(options)).rejects.toThrow(
      'You are missing the permission',
    );
  });

  it('names the permission that a policy answers with conditions, and shows nothing', async () => {
    const { access } = start({ entities: ALLOW, unmapped: CONDITIONAL });
    const options = { credentials: user };
    const problem = "policy answers 'lineage.node.read' with conditions";
    await expect(access.viewOf(options)).rejects.toThrow(problem);
    await expect(access.requireUnmapped(options)).rejects.toThrow(problem);
  });

  it('asks the policy about a user once for what is asked together, about services always', async () => {
    const { access, permissions } = start({ entities: ALLOW });
    await access.viewOf({ credentials: user });
    await access.viewOf({ credentials: user, withFacts: true });
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    await access.viewOf({ credentials: service });
    await access.viewOf({ credentials: service });
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(3);
  });

  it('looks entities up once for what a user asks together, always for services', async () => {
    const { access, catalog } = start({
      entities: CONDITIONAL,
      readable: ['model:default/a'],
    });
    const seenBy = async (credentials: BackstageCredentials) => {
      const view = await access.viewOf({ credentials });
      return [...(await view.filter(nodes))];
    };
    expect(await seenBy(user)).toEqual([1]);
    expect(await seenBy(user)).toEqual([1]);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
    // Somebody else is told something else, and so may be who acts for the user.
    catalog.getEntitiesByRefs.mockResolvedValue({
      items: [undefined, entityOf('model:default/b')],
    });
    const other = mockCredentials.user('user:default/other');
    const agent = mockCredentials.user(user.principal.userEntityRef, {
      actor: { subject: 'plugin:agent' },
    });
    expect(await seenBy(other)).toEqual([2]);
    expect(await seenBy(agent)).toEqual([2]);
    expect(await seenBy(user)).toEqual([1]);
    // Described is what was read to be described.
    const view = await access.viewOf({ credentials: user, withFacts: true });
    expect([...(await view.describe(['model:default/a']))]).toEqual([]);
    await seenBy(service);
    await seenBy(service);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(6);
  });

  it('looks many up in several requests', async () => {
    const { access, catalog } = start({
      entities: CONDITIONAL,
    });
    const view = await access.viewOf({ credentials: user });
    await view.filter(
      Array.from({ length: 2600 }, (_, id) => ({
        id,
        kind: 'entity' as const,
        entityRef: `model:default/m${id}`,
      })),
    );
    expect(
      catalog.getEntitiesByRefs.mock.calls.map(
        ([{ entityRefs }]) => entityRefs.length,
      ),
    ).toEqual([500, 500, 500, 500, 500, 100]);
  });

  it('describes what may be seen, with one look for both', async () => {
    const { access, catalog } = start({
      entities: CONDITIONAL,
      readable: ['model:default/a'],
    });
    const view = await access.viewOf({ credentials: user, withFacts: true });
    await view.filter(nodes);
    const facts = await view.describe(['model:default/a', 'model:default/b']);
    expect(Object.fromEntries(facts)).toEqual({
      'model:default/a': {
        kind: 'model',
        title: 'The a',
        type: 't',
        owner: 'group:default/a',
      },
    });
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
  });

  it('gives no answer when the catalog does not', async () => {
    const { access, catalog } = start({
      entities: CONDITIONAL,
    });
    catalog.getEntitiesByRefs.mockRejectedValue(new Error('ECONNREFUSED'));
    const view = await access.viewOf({ credentials: user });
    await expect(view.filter(nodes)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('The catalog cannot be read now'),
    });
  });

  it('reads the catalog as itself for services', async () => {
    const { access, catalog, permissions } = start({
      entities: ALLOW,
      readable: ['model:default/a'],
    });
    const view = await access.viewOf({ credentials: service });
    await view.describe(['model:default/a']);
    expect(catalog.getEntitiesByRefs.mock.calls[0][1]).toEqual({
      credentials: await mockServices.auth().getOwnServiceCredentials(),
    });
    expect(permissions.authorizeConditional.mock.calls[0][1]).toEqual({
      credentials: service,
    });
    const denied = start({ entities: DENY });
    const none = await denied.access.viewOf({ credentials: service });
    expect(await none.describe(['model:default/a'])).toEqual(new Map());
    expect(denied.catalog.getEntitiesByRefs).not.toHaveBeenCalled();
  });
});
