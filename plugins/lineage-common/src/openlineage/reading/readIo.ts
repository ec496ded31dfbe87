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
    const input = readDataset(reading, list[i], path, 'inputFacets');
    const { key } = input;
    inputs[key] = mergeInput(inputs[key], input.facts);
    const lineage = readOwnLineage(reading, input.facets, `${path}.facets`);
    if (lineage !== undefined) {
      const known = reading.inputLineage.get(key);
      reading.inputLineage.set(key, uniteNames(known, lineage));
    }
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
  takeInputLineage(reading, outputs);
  return outputs;
}

/** Of what an event writes, too, an input tells how the event's job made it. */
function takeInputLineage(
  reading: EventReading,
  outputs: Record<NameKey, OutputFacts>,
): void {
  for (const [key, value] of reading.inputLineage) {
    const output = outputs[key];
    if (!output) {
      continue;
    }
    reading.inputLineage.delete(key);
    if (!output.lineage) {
      const { first, last } = output;
      const lineage = { stamp: reading.stamp, value };
      outputs[key] = mergeOutput(output, { first, last, lineage });
    }
  }
}

function readOwnLineage(
  reading: EventReading,
  facets: [string, JsonMap][],
  path: string,
): NameKey[] | null | undefined {
  const facet = findFacet(facets, 'lineage');
  return facet && readDatasetLineage(reading, facet, `${path}.lineage`);
}

function readOrigins(
  reading: EventReading,
  facets: [string, JsonMap][],
  path: string,
): Pick<OutputFacts, 'lineage' | 'columns'> {
  const { stamp } = reading;
  const origins: ReturnType<typeof readOrigins> = {};
  const lineage = readOwnLineage(reading, facets, path);
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
    const value = uniteNames(a[key]?.value, b[key]?.value);
    if (merged[key] && value?.length) {
      merged[key] = { ...merged[key], value };
    }
  }
  return merged;
}

function uniteNames(
  a: NameKey[] | null | undefined,
  b: NameKey[] | null | undefined,
): NameKey[] | null {
  return a || b ? [...new Set([...(a ?? []), ...(b ?? [])])].sort() : null;
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
