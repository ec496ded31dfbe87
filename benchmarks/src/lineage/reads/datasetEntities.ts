import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { ML_API_VERSION } from '@understudy/plugin-ml-common';

/** Where all datasets are. */
export const WAREHOUSE = 'postgres://warehouse.example.com:5432';

/** How many there are: more than any of the graphs needs. */
export const ENTITIES = 1_500;

const TEMPLATE = 'dataset-of-benchmark-template';
const LOCATION = 'url:https://git.example.com/datasets.yaml';

/** Names of Datasets of the catalog, to be made as copies of the template. */
export function entityNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => entityName(index));
}

/** How a Dataset of the catalog is called there, and how events call it. */
export function entityDataset(index: number): {
  ref: string;
  namespace: string;
  name: string;
} {
  return {
    ref: `dataset:default/${entityName(index)}`,
    namespace: WAREHOUSE,
    name: physicalName(entityName(index)),
  };
}

function entityName(index: number): string {
  return `dataset-of-benchmark-${String(index).padStart(5, '0')}`;
}

function physicalName(name: string): string {
  return `lake.public.${name}`;
}

/** A Dataset that the catalog processes, to be copied. */
export const datasetTemplate: Entity = {
  apiVersion: ML_API_VERSION,
  kind: 'Dataset',
  metadata: {
    name: TEMPLATE,
    namespace: 'default',
    title: 'What a job of the benchmark reads or writes',
    description: 'One row for each thing that happened, written once a day',
    annotations: {
      [ANNOTATION_LOCATION]: LOCATION,
      [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
    },
  },
  spec: {
    type: 'table',
    lifecycle: 'production',
    owner: 'group:default/payments-fraud',
    fields: [
      { name: 'id', type: 'string', description: 'One thing that happened' },
      { name: 'at', type: 'timestamp', description: 'When, in UTC' },
      { name: 'amount', type: 'decimal(12,2)', description: 'How much' },
    ],
    physical: [
      {
        role: 'offline',
        platform: 'postgres',
        namespace: WAREHOUSE,
        name: physicalName(TEMPLATE),
        environment: 'production',
      },
    ],
  },
};
