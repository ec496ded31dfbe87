import { LineageNodeSummary } from '@understudy/plugin-lineage-common';
import { ownerCandidates } from '../access/ownerCandidates';
import { MOST_VERSION_LENGTH } from '../ingestion/drain/applyEvents';
import { readOwnership } from './readOwnership';

/** The facets that a graph shows something of. */
export const shownFacets = [
  'dataQualityAssertions',
  'datasetType',
  'jobType',
  'lifecycleStateChange',
  'ownership',
  'version',
] as const;

/** A facet as its latest event states it. */
export interface StatedFacet {
  name: string;
  /** ISO 8601, UTC. */
  at: string;
  value: unknown;
}

/** What a graph shows of the facets of a node. */
export function describeFacets(
  facets: readonly StatedFacet[],
): Pick<
  LineageNodeSummary,
  'type' | 'quality' | 'owners' | 'version' | 'droppedAt'
> {
  const find = (name: (typeof shownFacets)[number]) =>
    facets.find(facet => facet.name === name);
  const type =
    text(find('datasetType')?.value, 'datasetType') ??
    text(find('jobType')?.value, 'processingType');
  const quality = countAssertions(find('dataQualityAssertions')?.value);
  const owners = ownerCandidates(readOwnership(find('ownership')?.value));
  const version = text(find('version')?.value, 'datasetVersion');
  const lifecycle = find('lifecycleStateChange');
  const dropped =
    text(lifecycle?.value, 'lifecycleStateChange')?.toUpperCase() === 'DROP';
  return {
    ...(type !== undefined && { type: type.toLowerCase() }),
    ...(quality && { quality }),
    ...(owners.length > 0 && { owners }),
    ...(version && { version: version.slice(0, MOST_VERSION_LENGTH) }),
    ...(lifecycle && dropped && { droppedAt: lifecycle.at }),
  };
}

function countAssertions(
  facet: unknown,
): LineageNodeSummary['quality'] | undefined {
  const assertions = read(facet, 'assertions');
  if (!Array.isArray(assertions) || assertions.length === 0) {
    return undefined;
  }
  return {
    failed: assertions.filter(assertion => read(assertion, 'success') === false)
      .length,
    total: assertions.length,
  };
}

function text(value: unknown, key: string): string | undefined {
  const found = read(value, key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
