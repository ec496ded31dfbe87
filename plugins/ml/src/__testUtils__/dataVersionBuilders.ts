import {
  FeatureViewDefinition,
  ModelVersion,
} from '@understudy/plugin-ml-common';
import { buildVersion, daysAgo } from './builders';

/** Ref of `buildFeatureView`. */
export const VIEW = 'featureview:default/card-velocity';
/** Ref of `buildDataset`. */
export const DATASET = 'dataset:default/card-transactions';

const bare: Partial<ModelVersion> = {
  metrics: [],
  params: [],
  tags: [],
  components: [],
  links: [],
  signature: undefined,
  artifactUri: undefined,
  runId: undefined,
  modelId: undefined,
  description: undefined,
};

export const definition: FeatureViewDefinition = {
  fields: [
    { name: 'amount_avg', type: 'double', unit: 'EUR' },
    { name: 'payments_1h', type: 'int64', unit: 'payments' },
  ],
  entities: [{ name: 'card_token', type: 'string' }],
  ttl: 'P30D',
  sources: [DATASET],
};

/** A version of a view, the higher its number the later. */
export function buildViewVersion(
  number: number,
  parts: Partial<ModelVersion> = {},
): ModelVersion {
  return buildVersion(number, {
    ...bare,
    id: `view-version-${number}`,
    model: VIEW,
    source: { type: 'entity' },
    createdBy: undefined,
    definition,
    ...parts,
  });
}

/** A snapshot of a dataset, the higher its number the later. */
export function buildDatasetVersion(
  number: number,
  parts: Partial<ModelVersion> = {},
): ModelVersion {
  return buildVersion(number, {
    ...bare,
    id: `dataset-version-${number}`,
    model: DATASET,
    source: { type: 'rest' },
    artifactUri: `s3://payments/${number}`,
    snapshot: { rows: 1_000 * number, bytes: 5_000_000, asOf: daysAgo(2) },
    ...parts,
  });
}
