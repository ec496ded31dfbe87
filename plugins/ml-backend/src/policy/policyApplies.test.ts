import { Entity } from '@backstage/catalog-model';
import { policyApplies } from './policyApplies';
import { PolicySelector } from './PromotionPolicy';

const tiers = ['minimal', 'limited', 'high', 'critical'];

function model(uses?: { id: string; riskTier?: string }[]): Entity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    metadata: {
      name: 'fraud-score',
      namespace: 'default',
      labels: { region: 'eu' },
    },
    spec: {
      type: 'classifier',
      lifecycle: 'production',
      ...(uses ? { uses } : {}),
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments-fraud' }],
  };
}

function applies(appliesTo: PolicySelector | undefined, entity = model()) {
  return policyApplies(
    {
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'PromotionPolicy',
      metadata: { name: 'p' },
      spec: { appliesTo, stages: [] },
    },
    entity,
    { riskTiers: tiers },
  );
}

describe('policyApplies', () => {
  it.each([
    [undefined, true],
    [{}, true],
    [{ entities: ['fraud-score'] }, true],
    [{ entities: ['model:default/Fraud-Score'] }, true],
    [{ entities: ['other'] }, false],
    [{ kinds: ['model'] }, true],
    [{ kinds: ['FeatureView'] }, false],
    [{ owners: ['payments-fraud'] }, true],
    [{ owners: ['group:default/search'] }, false],
    [{ labels: { region: 'eu' } }, true],
    [{ labels: { region: 'us' } }, false],
    [{ kinds: ['Model'], owners: ['search'] }, false],
  ])('%j: %p', (selector, expected) => {
    expect(applies(selector)).toBe(expected);
  });

  it.each([
    [[{ id: 'a', riskTier: 'high' }], true],
    [[{ id: 'a', riskTier: 'limited' }], false],
    [
      [
        { id: 'a', riskTier: 'limited' },
        { id: 'b', riskTier: 'high' },
      ],
      true,
    ],
    [[{ id: 'a', riskTier: 'critical' }], false],
  ])('takes the highest tier of the uses %j: %p', (uses, expected) => {
    expect(applies({ riskTiers: ['high'] }, model(uses))).toBe(expected);
  });

  it.each([
    ['no uses', model()],
    ['a use without a tier', model([{ id: 'a' }])],
    ['a use with an unknown tier', model([{ id: 'a', riskTier: 'wild' }])],
  ])('counts %s as any tier', (_, entity) => {
    expect(applies({ riskTiers: ['critical'] }, entity)).toBe(true);
  });
});
