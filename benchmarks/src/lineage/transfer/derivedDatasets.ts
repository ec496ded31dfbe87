import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ML_API_VERSION } from '@understudy/plugin-ml-common';
import { randomNumbers } from '../randomNumbers';
import { WAREHOUSE } from '../reads/datasetEntities';

/** A third of the datasets is made from one, a third from two, a third from three. */
const MOST_SOURCES = 3;
/** Of which descriptions are made: texts that are all the same would be packed to nothing. */
const WORDS =
  'account amount balance basket booking branch campaign carrier channel claim contract country currency customer delivery device discount driver event fee forecast invoice item journey ledger margin merchant order parcel partner payment plan policy price product refund region rental return risk route score session shipment station stock store supplier tariff tax ticket transfer user visit voucher warehouse week'.split(
    ' ',
  );
const DESCRIPTION_WORDS = 15;
const FIELDS = 6;
const LOCATION = 'url:https://git.example.com/datasets.yaml';

/** Datasets that are derived from each other. */
export interface DerivedDatasets {
  entities: Entity[];
  /** Entity ref of the one that all others come from. */
  root: string;
  depth: number;
  /** Entity refs. */
  connections: { source: string; target: string }[];
}

/**
 * Datasets of the catalog in levels of these sizes, of which the first has one.
 * Each is derived from some of the level before, as it says itself.
 */
export function derivedDatasets(levels: readonly number[]): DerivedDatasets {
  const random = randomNumbers(levels.length);
  const entities: Entity[] = [];
  const connections: DerivedDatasets['connections'] = [];
  let before: string[] = [];
  for (const [level, size] of levels.entries()) {
    const names = Array.from(
      { length: size },
      (_, index) => `derived-${level}-${String(index).padStart(4, '0')}`,
    );
    for (const name of names) {
      const sources = pick(before, random);
      const entity = datasetEntity(name, sources, random);
      entities.push(entity);
      for (const source of sources) {
        connections.push({
          source: `dataset:default/${source}`,
          target: stringifyEntityRef(entity),
        });
      }
    }
    before = names;
  }
  return {
    entities,
    root: stringifyEntityRef(entities[0]),
    depth: levels.length - 1,
    connections,
  };
}

function pick(names: readonly string[], random: () => number): string[] {
  if (names.length === 0) {
    return [];
  }
  const wanted = 1 + Math.floor(random() * MOST_SOURCES);
  const picked = Array.from(
    { length: wanted },
    () => names[Math.floor(random() * names.length)],
  );
  return [...new Set(picked)];
}

/** With as much in it as people write about a dataset. */
function datasetEntity(
  name: string,
  derivedFrom: string[],
  random: () => number,
): Entity {
  const words = (count: number) =>
    Array.from(
      { length: count },
      () => WORDS[Math.floor(random() * WORDS.length)],
    );
  return {
    apiVersion: ML_API_VERSION,
    kind: 'Dataset',
    metadata: {
      name,
      namespace: 'default',
      title: words(3).join(' '),
      description: words(DESCRIPTION_WORDS).join(' '),
      annotations: {
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
      },
      tags: [...new Set(words(2))],
      links: [{ url: `https://wiki.example.com/${name}`, title: 'Notes' }],
    },
    spec: {
      type: 'table',
      lifecycle: 'production',
      owner: 'group:default/payments-fraud',
      fields: [...new Set(words(FIELDS))].map(field => ({
        name: field,
        type: 'string',
        description: words(4).join(' '),
      })),
      physical: [
        {
          role: 'offline',
          platform: 'postgres',
          namespace: WAREHOUSE,
          name: `lake.public.${name}`,
          environment: 'production',
        },
      ],
      ...(derivedFrom.length > 0 && { derivedFrom }),
    },
  };
}
