import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { LineageEntityName } from '@understudy/plugin-lineage-node';
import { compileNamePattern } from '../names/NamePattern';

/** The datasets that an entity is, as `<namespace>/<name>`, both percent-encoded; one per line or comma. */
export const ANNOTATION_DATASETS = 'understudy.dev/openlineage-datasets';
/** The jobs that an entity is, written as its datasets are. */
export const ANNOTATION_JOBS = 'understudy.dev/openlineage-jobs';

/** Of one entity; what it has more is left out. */
const MOST_NAMES = 1000;

/** The names that an entity gives itself, and what of them cannot be read. */
export interface EntityNames {
  names: LineageEntityName[];
  /** Why some are left out, in words for whoever wrote the entity. */
  problems: string[];
}

/**
 * Reads under which names an entity appears in events: from its physical places
 * (`spec.physical`) and from annotations.
 */
export function namesOfEntity(entity: Entity): EntityNames {
  const entityRef = stringifyEntityRef(entity);
  const { annotations = {} } = entity.metadata;
  const problems: string[] = [];
  const names = [
    ...namesOfPlaces(entityRef, entity.spec?.physical, problems),
    ...namesOfAnnotation(entityRef, 'dataset', {
      annotation: ANNOTATION_DATASETS,
      value: annotations[ANNOTATION_DATASETS],
      problems,
    }),
    ...namesOfAnnotation(entityRef, 'job', {
      annotation: ANNOTATION_JOBS,
      value: annotations[ANNOTATION_JOBS],
      problems,
    }),
  ];
  if (names.length > MOST_NAMES) {
    problems.push(
      `${entityRef} has ${names.length} names, of which ${MOST_NAMES} are used`,
    );
  }
  return { names: names.slice(0, MOST_NAMES), problems };
}

function namesOfPlaces(
  entityRef: string,
  places: unknown,
  problems: string[],
): LineageEntityName[] {
  if (!Array.isArray(places)) {
    return [];
  }
  return places.flatMap(place => {
    const namespace = textOf(place, 'namespace');
    const pattern = textOf(place, 'pattern');
    const name = textOf(place, 'name') ?? pattern;
    if (namespace === undefined || name === undefined) {
      return [];
    }
    const isPattern = textOf(place, 'name') === undefined;
    if (isPattern) {
      try {
        compileNamePattern(name, `${entityRef}: a pattern in spec.physical`);
      } catch (error) {
        problems.push(isError(error) ? error.message : String(error));
        return [];
      }
    }
    const [role, environment, region] = ['role', 'environment', 'region'].map(
      key => textOf(place, key),
    );
    return [
      {
        entityRef,
        kind: 'dataset',
        namespace,
        name,
        ...(isPattern && { isPattern }),
        ...(role && { role }),
        ...(environment && { environment }),
        ...(region && { region }),
      },
    ];
  });
}

function namesOfAnnotation(
  entityRef: string,
  kind: LineageEntityName['kind'],
  options: {
    annotation: string;
    value: string | undefined;
    problems: string[];
  },
): LineageEntityName[] {
  const { annotation, value, problems } = options;
  if (typeof value !== 'string') {
    return [];
  }
  const entries = value
    .split(/[\n,]/)
    .map(entry => entry.trim())
    .filter(Boolean);
  return entries.flatMap(entry => {
    const [namespace, name] = decode(entry) ?? [];
    if (!namespace || !name) {
      problems.push(
        `${entityRef}: '${entry.slice(0, 200)}' in ${annotation} is not <namespace>/<name>, both percent-encoded`,
      );
      return [];
    }
    return [{ entityRef, kind, namespace, name }];
  });
}

function decode(entry: string): string[] | undefined {
  const parts = entry.split('/');
  if (parts.length !== 2) {
    return undefined;
  }
  try {
    return parts.map(decodeURIComponent);
  } catch {
    // Not percent-encoded; the caller says so.
    return undefined;
  }
}

function textOf(value: unknown, key: string): string | undefined {
  const found: unknown =
    typeof value === 'object' && value !== null
      ? Reflect.get(value, key)
      : undefined;
  return typeof found === 'string' && found !== '' ? found : undefined;
}
