import { JsonMap, toMap, toOptionalList } from './checks';
import { EventReading, readName } from './EventReading';
import { IoFacts, NameKey, OutputFacts } from '../facts';
import { LIMITS } from '../limits';
import { mergeInput, mergeOutput } from '../merging/mergeIo';
import { readColumnLineage } from './readColumnLineage';
import { readOtherNames, readVersion } from './readDatasetFacets';
import { findFacet, stateFacets, toFacets } from './readFacets';
import { readDatasetLineage } from './readLineageFacet';

/** `inputs` of a run or job event. */
export function readInputs(
  reading: EventReading,
  value: unknown,
): Record<NameKey, IoFacts> {
  const inputs: Record<NameKey, IoFacts> = {};
  const list = toOptionalList(value, 'inputs', LIMITS.datasets) ?? [];
  for (let i = 0; i < list.length; i++) {
    const path = `inputs[${i}]`;
    const { key, facts } = readDataset(reading, list[i], path, 'inputFacets');
    inputs[key] = mergeInput(inputs[key], facts);
  }
  return inputs;
}

/** `outputs` of a run or job event. */
export function readOutputs(
  reading: EventReading,
  value: unknown,
): Record<NameKey, OutputFacts> {
  const outputs: Record<NameKey, OutputFacts> = {};
  const list = toOptionalList(value, 'outputs', LIMITS.datasets) ?? [];
  for (let i = 0; i < list.length; i++) {
    const path = `outputs[${i}]`;
    const output = readDataset(reading, list[i], path, 'outputFacets');
    const facts = {
      ...output.facts,
      ...readOrigins(reading, output.facets, `${path}.facets`),
    };
    const { key } = output;
    outputs[key] = outputs[key] ? unite(outputs[key], facts) : facts;
  }
  return outputs;
}

function readOrigins(
  reading: EventReading,
  facets: [string, JsonMap][],
  path: string,
): Pick<OutputFacts, 'lineage' | 'columns'> {
  const { stamp } = reading;
  const origins: ReturnType<typeof readOrigins> = {};
  const lineageFacet = findFacet(facets, 'lineage');
  const lineage =
    lineageFacet &&
    readDatasetLineage(reading, lineageFacet, `${path}.lineage`);
  if (lineage !== undefined) {
    origins.lineage = { stamp, value: lineage };
  }
  const columnsFacet = findFacet(facets, 'columnLineage');
  if (columnsFacet) {
    const columns = `${path}.columnLineage`;
    origins.columns = {
      stamp,
      value: readColumnLineage(reading, columnsFacet, columns),
    };
  }
  return origins;
}

/** An event that lists an output twice means what both say. */
function unite(a: OutputFacts, b: OutputFacts): OutputFacts {
  const merged = mergeOutput(a, b);
  for (const key of ['lineage', 'columns'] as const) {
    const names = [...(a[key]?.value ?? []), ...(b[key]?.value ?? [])];
    if (merged[key] && names.length > 0) {
      merged[key] = { ...merged[key], value: [...new Set(names)].sort() };
    }
  }
  return merged;
}

function readDataset(
  reading: EventReading,
  value: unknown,
  path: string,
  ownFacets: 'inputFacets' | 'outputFacets',
) {
  const dataset = toMap(value, path);
  const key = readName(reading, 'dataset', dataset, path);
  const facets = toFacets(reading, dataset.facets, `${path}.facets`);
  stateFacets(reading, key, facets);
  stateFacets(
    reading,
    key,
    toFacets(reading, dataset[ownFacets], `${path}.${ownFacets}`),
  );
  readOtherNames(reading, key, facets, `${path}.facets`);
  const facts: IoFacts = { first: reading.eventTime, last: reading.stamp };
  const versionFacet = findFacet(facets, 'version');
  const version =
    versionFacet &&
    readVersion(reading, versionFacet, `${path}.facets.version`);
  if (version !== undefined) {
    facts.version = { stamp: reading.stamp, value: version };
  }
  return { key, facets, facts };
}
