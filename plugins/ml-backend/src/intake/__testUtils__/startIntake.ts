import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { FakeVersionSource } from '../../__testUtils__/FakeVersionSource';
import { DatabaseModelIndex } from '../../models/DatabaseModelIndex';
import { ModelAccess } from '../../models/ModelAccess';
import { ModelIndexRefresh } from '../../models/ModelIndexRefresh';
import { VersionSources } from '../../registry/sync/VersionSources';
import { DatabaseSubjectStore } from '../../subjects/DatabaseSubjectStore';
import { createIntake } from '../createIntake';

/** Who calls, and what they may. */
export interface IntakeWorld {
  entities: Entity[];
  /** Refs of what users may see; everything when left out. */
  visible?: string[];
  /** Whether nothing of the catalog may be seen at all. */
  blind?: boolean;
  /** Names of permissions that are refused. */
  denied: Set<string>;
  /** Models that versions may be registered of. */
  registrable: Set<string>;
  /** What the user owns things through. */
  owns: string[];
}

export function createIntakeWorld(entities: Entity[]): IntakeWorld {
  return { entities, denied: new Set(), registrable: new Set(), owns: [] };
}

export const userCredentials = mockCredentials.user(
  'user:default/payments-lead',
);
export const serviceCredentials = mockCredentials.service('plugin:importer');

/** One replica of the intake on a database, without HTTP. */
export async function startIntake(
  knex: Knex,
  world: IntakeWorld,
  options: { now?: () => Date } = {},
) {
  const auth = mockServices.auth();
  /** The catalog as whoever asks it sees it. */
  const seenBy = (asked: object | undefined) => {
    const credentials: BackstageCredentials | undefined =
      asked && Reflect.get(asked, 'credentials');
    return catalogServiceMock({
      entities: world.entities.filter(
        entity =>
          (credentials && auth.isPrincipal(credentials, 'service')) ||
          !world.visible ||
          world.visible.includes(stringifyEntityRef(entity)),
      ),
    });
  };
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: (request, asked) =>
      seenBy(asked).getEntitiesByRefs(request, asked),
    queryEntities: (request, asked) =>
      seenBy(asked).queryEntities(request, asked),
    streamEntities: (request, asked) =>
      seenBy(asked).streamEntities(request, asked),
  });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission, ...rest }) => ({
        result:
          world.denied.has(permission.name) ||
          ('resourceRef' in rest &&
            !world.registrable.has(String(rest.resourceRef)))
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async () => {
      if (world.blind) {
        return [{ result: AuthorizeResult.DENY }];
      }
      return world.visible
        ? [
            {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: {},
              },
            },
          ]
        : [{ result: AuthorizeResult.ALLOW }];
    },
  });
  const sources = new VersionSources();
  sources.add(new FakeVersionSource('eu'));
  sources.add(new FakeVersionSource('us'));
  const index = DatabaseModelIndex.create({ knex });
  const refresh = new ModelIndexRefresh({
    auth,
    catalog,
    index,
    riskTiers: [],
  });
  await refresh.run();
  const wake = jest.fn();
  const intake = createIntake({
    auditor: mockServices.auditor.mock(),
    auth,
    catalog,
    httpAuth: mockServices.httpAuth(),
    index,
    knex,
    models: new ModelAccess({ auth, catalog, permissions }),
    permissions,
    refresh,
    sources,
    subjects: DatabaseSubjectStore.create({ knex }),
    userInfo: mockServices.userInfo.mock({
      getUserInfo: async () => ({
        userEntityRef: 'user:default/payments-lead',
        ownershipEntityRefs: world.owns,
      }),
    }),
    wake,
    now: options.now,
  });
  return { ...intake, refresh, wake };
}
