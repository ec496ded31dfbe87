import { datasetFacets, facet } from './facets';
import type { TimedEvent } from './jobEvents';
import { shopTable, warehouse } from './names';
import { platforms, writeTime } from './platforms';
import type { DatasetName } from './SampleJob';

const style = platforms.notebook;

interface Statement {
  at: string;
  dataset: DatasetName;
  description: string;
  owner: string;
}

/** What people say of datasets beside any run. */
const statements: Statement[] = [
  {
    at: '2026-10-12T09:30:00.000Z',
    dataset: warehouse('staging.order_lines'),
    description: 'One row per product of an order; corrected for three days',
    owner: 'data-platform',
  },
  {
    at: '2026-11-02T14:05:00.000Z',
    dataset: shopTable('shop.public.accounts'),
    description: 'Read by nobody but the change capture; holds mail addresses',
    owner: 'checkout',
  },
  {
    at: '2026-11-10T10:00:00.000Z',
    dataset: warehouse('reporting.price_alerts'),
    description: 'Mailed to a list every noon; who reads it is not known',
    owner: 'data-platform',
  },
];

/** The events of what people say of datasets. */
export function datasetEvents(): TimedEvent[] {
  return statements.map(({ at, dataset, description, owner }) => ({
    at: new Date(at),
    event: {
      eventTime: writeTime(style, new Date(at)),
      producer: style.producer,
      schemaURL:
        'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent',
      dataset: {
        ...dataset,
        facets: {
          ...datasetFacets(dataset, style),
          documentation: facet(style, '1-1-0/DocumentationDatasetFacet', {
            description,
          }),
          ownership: facet(style, '1-0-1/OwnershipDatasetFacet', {
            owners: [{ name: `group:${owner}`, type: 'STEWARD' }],
          }),
        },
      },
    },
  }));
}
