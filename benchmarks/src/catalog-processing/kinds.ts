import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { ML_API_VERSION } from '@understudy/plugin-ml-common';

/** The kinds whose processing is measured; the first one is the platform's own. */
export const catalogKinds = [
  'Component',
  'Model',
  'Dataset',
  'FeatureView',
] as const;

/** One of {@link catalogKinds}. */
export type MeasuredKind = (typeof catalogKinds)[number];

const FIELDS = 4;

/** How many entities one entity of a kind emits. They are counted, too. */
export function emitted(kind: MeasuredKind): number {
  return kind === 'FeatureView' ? FIELDS : 0;
}

const makers: Record<MeasuredKind, (index: number) => Entity> = {
  Component: index => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      ...metadata('component', index),
      labels: { tier: 'high', region: 'eu-central-1', stage: 'production' },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: `group:default/team-${index % 20}`,
      system: `system:default/system-${index % 20}`,
      providesApis: targets('api', index, [0, 1]),
      consumesApis: targets('api', index, [2, 3]),
      dependsOn: targets('resource', index, [4, 5, 6]),
      repository: {
        url: `https://git.example.com/payments/service-${index}`,
        path: 'services/payments',
        language: 'typescript',
      },
      runbook: {
        title: 'What to do when answers are late, wrong or missing altogether',
        url: `https://runbooks.example.com/payments/services/service-${index}`,
      },
      purpose:
        'Refuse card payments that are likely to be fraud, before checkout',
      budgets: { latencyP99: 'PT0.2S', availability: '99.9', errors: '0.1' },
    },
  }),
  Model: index => ({
    apiVersion: ML_API_VERSION,
    kind: 'Model',
    metadata: metadata('model', index),
    spec: {
      type: 'classifier',
      lifecycle: 'production',
      owner: `group:default/team-${index % 20}`,
      system: `system:default/system-${index % 20}`,
      origin: 'internal',
      licence: 'proprietary',
      uses: [
        {
          id: 'card-authorisation',
          purpose: 'Refuse card payments that are likely to be fraud',
          riskTier: 'high',
          rationale: 'A refused payment is visible to the customer at once',
          owner: `group:default/team-${index % 20}`,
          personAffecting: true,
        },
      ],
      registries: [{ server: 'eu-prod', name: `record_${index}` }],
      trainedOn: targets('dataset', index, [0, 1]).map(
        dataset => `${dataset}@2026-05`,
      ),
      evaluatedOn: targets('dataset', index, [2]),
      consumes: targets('featureview', index, [3, 4]).map(view => ({
        view,
        version: '1',
        mode: 'online',
      })),
      serving: [
        {
          mode: 'endpoint',
          component: target('component', index, 5),
          api: target('api', index, 6),
        },
      ],
    },
  }),
  Dataset: index => ({
    apiVersion: ML_API_VERSION,
    kind: 'Dataset',
    metadata: metadata('dataset', index),
    spec: {
      type: 'table',
      lifecycle: 'production',
      owner: `group:default/team-${index % 20}`,
      system: `system:default/system-${index % 20}`,
      fields: fields(FIELDS),
      physical: [physical('offline', index)],
      derivedFrom: targets('dataset', index, [0, 1, 2, 3]),
      producedBy: targets('component', index, [4, 5, 6]),
      classification: 'restricted',
      retention: { period: 'P2Y', basis: 'Card scheme rules' },
    },
  }),
  FeatureView: index => ({
    apiVersion: ML_API_VERSION,
    kind: 'FeatureView',
    metadata: metadata('view', index),
    spec: {
      type: 'batch',
      lifecycle: 'production',
      owner: `group:default/team-${index % 20}`,
      system: `system:default/system-${index % 20}`,
      joinKeys: [{ name: 'card_id', type: 'string' }],
      fields: fields(FIELDS),
      physical: [physical('online', index)],
      derivedFrom: targets('dataset', index, [0, 1, 2, 3, 4, 5, 6]),
      freshness: 'PT5M',
    },
  }),
};

/**
 * Entities of a kind, all alike. Those of all kinds are made to weigh the same
 * in the catalog: nine relations and their reverse, and about as many bytes
 * and search rows; `compareWeights` sees to it. What they refer to is not in
 * the catalog, so that no time goes into the other end of a relation.
 */
export function makeEntities(kind: MeasuredKind, count: number): Entity[] {
  return Array.from({ length: count }, (_, index) => makers[kind](index));
}

function metadata(name: string, index: number): Entity['metadata'] {
  const location = `url:https://git.example.com/catalog/${name}-${index}.yaml`;
  return {
    name: `measured-${name}-${index}`,
    title: `Entity ${index} of the benchmark`,
    description: 'What it is for, in the sentence that people read in a list',
    annotations: {
      [ANNOTATION_LOCATION]: location,
      [ANNOTATION_ORIGIN_LOCATION]: location,
    },
    tags: ['online', 'payments'],
    links: [{ title: 'Runbook', url: 'https://runbooks.example.com/payments' }],
  };
}

/**
 * What an entity refers to beside its owner and system. Each of its seven
 * references has names of its own, so that every kind refers to the same
 * number of things.
 */
function target(kind: string, index: number, position: number): string {
  return `${kind}:default/target-${position}-${index % 40}`;
}

function targets(kind: string, index: number, positions: number[]): string[] {
  return positions.map(position => target(kind, index, position));
}

function fields(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: `value_${index}`,
    type: 'float64',
    description: 'Sum over the last hour, refunds left out',
  }));
}

function physical(role: string, index: number) {
  return {
    role,
    platform: 'postgres',
    namespace: 'postgres://warehouse.example.com:5432',
    name: `payments.table_${index}`,
    environment: 'production',
  };
}
