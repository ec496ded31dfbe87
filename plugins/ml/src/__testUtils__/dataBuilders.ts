import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  DataField,
  DatasetEntity,
  FeatureEntity,
  featureNames,
  FeatureViewEntity,
  ModelEntity,
} from '@understudy/plugin-ml-common';
import { daysAgo } from './builders';

const apiVersion = 'understudy.dev/v1alpha1';

const FIELDS: DataField[] = [
  {
    name: 'payments_1h',
    type: 'int64',
    unit: 'payments',
    description: 'Attempts in the last hour, refunds left out',
    classification: 'confidential',
    personalData: ['indirect'],
    tags: ['velocity'],
  },
  {
    name: 'payments_24h',
    type: 'int64',
    unit: 'payments',
    description: 'Attempts in the last day',
    classification: 'confidential',
    personalData: ['indirect', 'location'],
  },
  {
    name: 'amount_avg',
    type: 'double',
    unit: 'EUR',
    classification: 'internal',
    personalData: [],
    owner: 'group:default/data-platform',
  },
  {
    name: 'tx_count',
    type: 'int64',
    deprecated: {
      since: daysAgo(203),
      reason: 'Counted refunds as payments',
      replacedBy: 'payments_1h',
    },
  },
];

/**
 * A view of card payments. The catalog has a Feature for each field, unless
 * `features` is false, and `consumers` are the refs of models that read it.
 */
export function buildFeatureView(
  spec: Partial<FeatureViewEntity['spec']> = {},
  options: { features?: boolean; consumers?: string[] } = {},
): FeatureViewEntity {
  const { features = true, consumers = [] } = options;
  const fields = spec.fields ?? FIELDS;
  const names = featureNames(
    'card-velocity',
    fields.map(({ name }) => name),
  );
  return {
    apiVersion,
    kind: 'FeatureView',
    metadata: {
      name: 'card-velocity',
      namespace: 'default',
      title: 'Card velocity',
    },
    spec: {
      type: 'stream',
      lifecycle: 'production',
      owner: 'group:default/payments-fraud',
      joinKeys: [
        { name: 'card_token', type: 'string', description: 'The card' },
      ],
      versions: [
        {
          label: '2',
          state: 'deprecated',
          since: daysAgo(12),
          until: daysAgo(-70),
        },
        { label: '3', state: 'live', since: daysAgo(203) },
      ],
      freshness: 'PT1M',
      ttl: 'P30D',
      ...spec,
      fields,
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/payments-fraud' },
      { type: 'derivedFrom', targetRef: 'dataset:default/card-transactions' },
      ...(features ? names : []).map(name => ({
        type: 'hasPart',
        targetRef: `feature:default/${name.toLowerCase()}`,
      })),
      ...consumers.map(targetRef => ({
        type: 'featureConsumedBy',
        targetRef,
      })),
    ],
  };
}

/** A model in the catalog, for instance one that reads {@link buildFeatureView}. */
export function buildReader(
  name: string,
  spec: Partial<ModelEntity['spec']> = {},
): ModelEntity {
  return {
    apiVersion,
    kind: 'Model',
    metadata: { name, namespace: 'default', title: `Title of ${name}` },
    spec: {
      type: 'classifier',
      lifecycle: 'production',
      owner: 'group:default/payments-fraud',
      consumes: [{ view: 'featureview:default/card-velocity', mode: 'online' }],
      ...spec,
    },
  };
}

/** The Feature of a field of a view. */
export function buildFeature(
  view: FeatureViewEntity,
  field: string,
): FeatureEntity {
  const fields = view.spec.fields ?? [];
  const index = fields.findIndex(({ name }) => name === field);
  const { type = 'unknown', owner, deprecated, ...rest } = fields[index];
  return {
    apiVersion,
    kind: 'Feature',
    metadata: {
      namespace: 'default',
      name: featureNames(
        view.metadata.name,
        fields.map(({ name }) => name),
      )[index],
      title: field,
    },
    spec: {
      view: stringifyEntityRef(view),
      field,
      type,
      lifecycle: deprecated ? 'deprecated' : 'production',
      owner: owner ?? view.spec.owner,
      unit: rest.unit,
      classification: rest.classification,
      personalData: rest.personalData,
      deprecated,
    },
    relations: [{ type: 'partOf', targetRef: stringifyEntityRef(view) }],
  };
}

/** Card payments as data, with everything that can be said of them. */
export function buildDataset(
  spec: Partial<DatasetEntity['spec']> = {},
  relations: DatasetEntity['relations'] = [],
): DatasetEntity {
  return {
    apiVersion,
    kind: 'Dataset',
    metadata: {
      name: 'card-transactions',
      namespace: 'default',
      title: 'Card transactions',
    },
    spec: { type: 'table', lifecycle: 'production', ...spec },
    relations,
  };
}

/** What {@link buildDataset} is told to have everything. */
export const fullDataset: Partial<DatasetEntity['spec']> = {
  owner: 'group:default/data-platform',
  fields: FIELDS,
  classification: 'confidential',
  retention: { period: 'P2Y', basis: 'Rules of the card schemes' },
  regions: ['eu-central-1', 'us-east-1'],
  purposes: ['payment', 'fraud-prevention'],
  licence: 'proprietary',
  quality: [
    {
      id: 'amount-present',
      dimension: 'completeness',
      expectation: 'No row without an amount',
      field: 'amount_avg',
    },
    { id: 'fresh', dimension: 'freshness', expectation: 'At most 5 min old' },
  ],
  physical: [
    {
      role: 'stream',
      platform: 'kafka',
      namespace: 'kafka://events.example.com:9092',
      name: 'card-payments',
      environment: 'production',
      region: 'eu-central-1',
    },
    {
      role: 'offline',
      platform: 'postgres',
      namespace: 'postgres://warehouse.example.com:5432',
      name: 'payments.card_payments',
      environment: 'production',
      region: 'eu-central-1',
    },
    {
      role: 'offline',
      platform: 's3',
      namespace: 's3://payments',
      pattern: 'daily/\\d{8}',
      environment: 'development',
    },
  ],
};
