import { isMap, JsonMap } from '../reading/checks';
import { keepColumnLineage, keepExplicitLineage } from './keepFieldLineage';

const ERROR_LENGTH = 2_000;

/**
 * What has to be kept of a facet that is too big, so that the graph comes out
 * the same: names, without facets of other things; connections between fields,
 * as far as there is room; and what a run failed of, without the trace.
 */
export function keepEssentials(
  name: string,
  facet: JsonMap,
): JsonMap | undefined {
  switch (name) {
    case 'columnLineage':
      return keepColumnLineage(facet);
    case 'lineage':
      return keepExplicitLineage(facet);
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

function withoutFacets(value: JsonMap): JsonMap {
  return {
    run: pick(value.run, ['runId']),
    job: pick(value.job, ['namespace', 'name']),
  };
}

/** What is no object stays as it is: reading says what is wrong with it. */
function pick<T>(value: T, keys: string[]): T | JsonMap {
  return isMap(value)
    ? Object.fromEntries(
        keys.filter(key => key in value).map(key => [key, value[key]]),
      )
    : value;
}
