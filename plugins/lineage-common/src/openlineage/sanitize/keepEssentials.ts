import { isMap, JsonMap } from '../reading/checks';

const ERROR_LENGTH = 2_000;

/**
 * What has to be kept of a facet that is too big, so that the graph comes out
 * the same: names, without columns and without facets of other things. And what
 * a run failed of, without the trace.
 */
export function keepEssentials(
  name: string,
  facet: JsonMap,
): JsonMap | undefined {
  switch (name) {
    case 'columnLineage':
      return {
        fields: {},
        dataset: distinctNames([
          ...maps(facet.fields).flatMap(field => items(field.inputFields)),
          ...items(facet.dataset),
        ]),
      };
    case 'lineage':
      return lineageEssentials(facet);
    case 'parent':
      return isMap(facet.root)
        ? { ...withoutFacets(facet), root: withoutFacets(facet.root) }
        : withoutFacets(facet);
    case 'errorMessage':
      return typeof facet.message === 'string'
        ? { message: facet.message.slice(0, ERROR_LENGTH) }
        : undefined;
    default:
      return undefined;
  }
}

function lineageEssentials(facet: JsonMap): JsonMap | undefined {
  const { entries } = facet;
  if (Array.isArray(entries)) {
    return {
      entries: entries.map(entry =>
        isMap(entry) ? withoutFields(entry) : entry,
      ),
    };
  }
  // An empty list would say that there are no sources.
  return facet.inputs || facet.fields ? withoutFields(facet) : undefined;
}

function withoutFields(entity: JsonMap): JsonMap {
  return {
    ...pick(entity, ['namespace', 'name', 'type']),
    inputs: distinctNames([
      ...items(entity.inputs),
      ...maps(entity.fields).flatMap(field => items(field.inputs)),
    ]),
  };
}

function withoutFacets(value: JsonMap): JsonMap {
  return {
    run: pick(value.run, ['runId']),
    job: pick(value.job, ['namespace', 'name']),
  };
}

function distinctNames(values: unknown[]): unknown[] {
  const distinct = new Map<string, unknown>();
  for (const value of values) {
    const name = pick(value, ['namespace', 'name', 'type']);
    distinct.set(JSON.stringify(name), name);
  }
  return [...distinct.values()];
}

/** What is no object stays as it is: reading says what is wrong with it. */
function pick<T>(value: T, keys: string[]): T | JsonMap {
  return isMap(value)
    ? Object.fromEntries(
        keys.filter(key => key in value).map(key => [key, value[key]]),
      )
    : value;
}

function maps(value: unknown): JsonMap[] {
  return isMap(value) ? Object.values(value).filter(isMap) : [];
}

function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
