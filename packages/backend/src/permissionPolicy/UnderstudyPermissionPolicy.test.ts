import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { UnderstudyPermissionPolicy } from './UnderstudyPermissionPolicy';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

const userRef = 'user:default/someone';

const ifOwnedBy = (...claims: string[]): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims: [userRef, ...claims] },
  },
});

type Action = 'create' | 'read' | 'update' | 'delete';

const basic = (name: string, action: Action = 'update') =>
  createPermission({ name, attributes: { action } });

const onEntity = (name: string, action: Action = 'create') =>
  createPermission({
    name,
    attributes: { action },
    resourceType: 'catalog-entity',
  });

const lineageNodeReadPermission = createPermission({
  name: 'lineage.node.read',
  attributes: { action: 'read' },
  resourceType: 'lineage-node',
});

interface Case {
  permission: Permission;
  groups: string[];
  expected: PolicyDecision;
}

async function decide(permission: Permission, groups: string[]) {
  const credentials = mockCredentials.user(userRef);
  const info = {
    userEntityRef: userRef,
    ownershipEntityRefs: [userRef, ...groups],
  };
  const userInfo = mockServices.userInfo.mock();
  userInfo.getUserInfo.mockResolvedValue(info);
  const policy = new UnderstudyPermissionPolicy({ userInfo });
  return policy.handle({ permission }, { credentials, info });
}

const platform = 'group:default/ml-platform';
const oncall = 'group:default/ml-oncall';
const risk = 'group:default/model-risk';
const payments = 'group:default/payments-fraud';
const company = 'group:default/company';

describe('UnderstudyPermissionPolicy', () => {
  it.each<Case>([
    {
      permission: onEntity('ml.promotion.create'),
      groups: [platform],
      expected: ALLOW,
    },
    {
      permission: onEntity('ml.promotion.create'),
      groups: [payments],
      expected: ifOwnedBy(payments),
    },
    {
      permission: onEntity('ml.promotion.create'),
      groups: [oncall],
      expected: ifOwnedBy(oncall),
    },
    {
      permission: onEntity('ml.promotion.rollback'),
      groups: [oncall],
      expected: ALLOW,
    },
    {
      permission: onEntity('ml.promotion.rollback'),
      groups: [payments],
      expected: ifOwnedBy(payments),
    },
    {
      permission: onEntity('ml.promotion.rollback'),
      groups: [platform],
      expected: ifOwnedBy(platform),
    },
    {
      permission: onEntity('ml.version.register'),
      groups: [payments],
      expected: ifOwnedBy(payments),
    },
    {
      permission: onEntity('ml.version.register'),
      groups: [platform],
      expected: ifOwnedBy(platform),
    },
    {
      permission: onEntity('ml.contract.publish'),
      groups: [payments],
      expected: ifOwnedBy(payments),
    },
    {
      permission: onEntity('ml.contract.waive'),
      groups: [payments],
      expected: ifOwnedBy(payments),
    },
    { permission: basic('ml.promotion.approve'), groups: [], expected: ALLOW },
    { permission: basic('ml.promotion.cancel'), groups: [], expected: ALLOW },
    {
      permission: basic('ml.registry.sync'),
      groups: [platform],
      expected: ALLOW,
    },
    {
      permission: basic('ml.registry.sync'),
      groups: [payments],
      expected: DENY,
    },
    {
      permission: basic('ml.intake.read', 'read'),
      groups: [],
      expected: ALLOW,
    },
    { permission: basic('ml.intake.claim'), groups: [], expected: ALLOW },
    {
      permission: basic('ml.intake.decide'),
      groups: [platform],
      expected: ALLOW,
    },
    {
      permission: basic('ml.intake.decide'),
      groups: [payments],
      expected: DENY,
    },
    {
      permission: basic('ml.ledger.export', 'read'),
      groups: [risk],
      expected: ALLOW,
    },
    {
      permission: basic('ml.ledger.export', 'read'),
      groups: [platform],
      expected: ALLOW,
    },
    {
      permission: basic('ml.ledger.export', 'read'),
      groups: [payments],
      expected: DENY,
    },
    { permission: basic('ml.policy.write'), groups: [risk], expected: ALLOW },
    {
      permission: basic('ml.policy.write'),
      groups: [platform],
      expected: ALLOW,
    },
    { permission: basic('ml.policy.write'), groups: [oncall], expected: DENY },
    {
      permission: basic('ml.ledger.read', 'read'),
      groups: [],
      expected: ALLOW,
    },
    {
      permission: basic('ml.something.new'),
      groups: [platform, risk],
      expected: DENY,
    },
    {
      permission: basic('lineage.something.new', 'delete'),
      groups: [platform],
      expected: DENY,
    },
    {
      permission: basic('lineage.event.write', 'create'),
      groups: [platform, risk],
      expected: DENY,
    },
    {
      permission: lineageNodeReadPermission,
      groups: [payments],
      expected: ALLOW,
    },
    {
      permission: lineageNodeReadPermission,
      groups: [company],
      expected: DENY,
    },
    {
      permission: basic('lineage.dead-letter.read', 'read'),
      groups: [platform],
      expected: ALLOW,
    },
    {
      permission: basic('lineage.dead-letter.read', 'read'),
      groups: [payments],
      expected: DENY,
    },
    {
      permission: basic('lineage.dead-letter.replay'),
      groups: [platform],
      expected: ALLOW,
    },
    {
      permission: basic('lineage.dead-letter.replay'),
      groups: [risk],
      expected: DENY,
    },
    {
      permission: basic('lineage.impact.notify', 'create'),
      groups: [company],
      expected: ALLOW,
    },
    {
      permission: basic('lineage.graph.read', 'read'),
      groups: [],
      expected: ALLOW,
    },
    {
      permission: onEntity('catalog.entity.read', 'read'),
      groups: [],
      expected: ALLOW,
    },
    {
      permission: basic('catalog.location.create', 'create'),
      groups: [],
      expected: ALLOW,
    },
    {
      permission: onEntity('catalog.entity.delete', 'delete'),
      groups: [platform],
      expected: ALLOW,
    },
    {
      permission: onEntity('catalog.entity.delete', 'delete'),
      groups: [payments],
      expected: ifOwnedBy(payments),
    },
    {
      permission: basic('catalog.location.delete', 'delete'),
      groups: [payments],
      expected: DENY,
    },
    { permission: basic('mlops.unrelated'), groups: [], expected: ALLOW },
  ])(
    '$permission.name for members of $groups',
    async ({ permission, groups, expected }) => {
      await expect(decide(permission, groups)).resolves.toEqual(expected);
    },
  );

  it('denies what only owners may do when the permission names no entity', async () => {
    await expect(
      decide(basic('ml.promotion.create'), [payments]),
    ).resolves.toEqual(DENY);
  });

  it('denies everything to nobody', async () => {
    const policy = new UnderstudyPermissionPolicy({
      userInfo: mockServices.userInfo.mock(),
    });
    await expect(
      policy.handle({ permission: onEntity('catalog.entity.read', 'read') }),
    ).resolves.toEqual(DENY);
  });
});
