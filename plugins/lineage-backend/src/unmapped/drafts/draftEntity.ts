import {
  ANNOTATION_DATASETS,
  ANNOTATION_JOBS,
} from '../../mapping/namesOfEntity';
import { ReadFacets, ReadField } from '../readFacets';
import { datasetTypeOf, platformOf, toTerm } from './describePlace';

/** How datasets are drafted. */
export type DatasetKind = 'Dataset' | 'Resource';

/** A dataset or job to be drafted. */
export interface ThingToDraft {
  kind: 'dataset' | 'job';
  namespace: string;
  /** Of a partitioned one: without the partition. */
  name: string;
  environment: string;
  /** Of the entity. */
  entityName: string;
  /** Entity ref. */
  owner?: string;
  facets: Pick<ReadFacets, 'type' | 'description' | 'fields'>;
}

/** An entity as it is written. */
export interface DraftedEntity {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    title?: string;
    description?: string;
    annotations?: Record<string, string>;
  };
  spec: Record<string, unknown>;
}

const LIFECYCLE = 'production';
/** The catalog does not take such entities without an owner. */
const UNKNOWN_OWNER = 'unknown';
const MAX_TITLE_LENGTH = 200;
const MAX_TEXT_LENGTH = 2000;
const MAX_LINE_LENGTH = 300;
const MAX_PLACE_LENGTH = 500;
const MOST_FIELDS = 500;

/** The entity that claims a dataset or job. */
export function draftEntity(
  thing: ThingToDraft,
  datasetKind: DatasetKind,
): DraftedEntity {
  if (thing.kind === 'job') {
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: metadataOf(thing, ANNOTATION_JOBS),
      spec: {
        type: 'job',
        lifecycle: LIFECYCLE,
        owner: thing.owner ?? UNKNOWN_OWNER,
      },
    };
  }
  if (datasetKind === 'Resource') {
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: metadataOf(thing, ANNOTATION_DATASETS),
      spec: { type: 'dataset', owner: thing.owner ?? UNKNOWN_OWNER },
    };
  }
  return draftDataset(thing);
}

function draftDataset(thing: ThingToDraft): DraftedEntity {
  const { namespace, name, owner, facets } = thing;
  const platform = platformOf(namespace);
  const type = datasetTypeOf(facets.type, platform);
  const fields = fieldsOf(facets.fields);
  // Longer names do not fit into a place; an annotation takes any.
  const fits =
    namespace.length <= MAX_PLACE_LENGTH && name.length <= MAX_PLACE_LENGTH;
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Dataset',
    metadata: metadataOf(thing, fits ? undefined : ANNOTATION_DATASETS),
    spec: {
      type,
      lifecycle: LIFECYCLE,
      ...(owner !== undefined && { owner }),
      ...(fields.length > 0 && { fields }),
      ...(fits && {
        physical: [
          {
            role: type === 'stream' ? 'stream' : 'offline',
            platform,
            namespace,
            name,
            environment: toTerm(thing.environment) || LIFECYCLE,
          },
        ],
      }),
    },
  };
}

function metadataOf(
  { namespace, name, entityName, facets }: ThingToDraft,
  annotation: string | undefined,
): DraftedEntity['metadata'] {
  const title = cut(name, MAX_TITLE_LENGTH);
  const description = facets.description?.trim();
  return {
    name: entityName,
    ...(entityName !== name && title && { title }),
    ...(description && { description: cut(description, MAX_TEXT_LENGTH) }),
    ...(annotation && {
      annotations: {
        [annotation]: [namespace, name].map(encodeURIComponent).join('/'),
      },
    }),
  };
}

/** Fields of the same name, or of one that is too long, are left out. */
function fieldsOf(fields: readonly ReadField[]): ReadField[] {
  const unique = new Map<string, ReadField>();
  for (const { name, type, description } of fields) {
    if (name.length <= MAX_LINE_LENGTH && !unique.has(name)) {
      unique.set(name, {
        name,
        ...(type && { type: cut(type, MAX_LINE_LENGTH) }),
        ...(description && { description: cut(description, MAX_TEXT_LENGTH) }),
      });
    }
    if (unique.size === MOST_FIELDS) {
      break;
    }
  }
  return [...unique.values()];
}

/** Does not leave half a character. */
function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
