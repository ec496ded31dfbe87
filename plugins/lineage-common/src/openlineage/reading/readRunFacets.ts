import { JsonMap, refuse, toMap, toOptionalList, toShownText } from './checks';
import { EventReading } from './EventReading';
import { toShownTime } from './eventTime';
import { NameKey, RunFacts } from '../facts';
import { LIMITS, SHOWN } from '../limits';
import { findFacet, readShownText, toFacets } from './readFacets';
import { readOtherJob } from './readJob';
import { readParent } from './readParent';
import { readRunEngine, readRunTags } from './readRunLabels';

/** What the facets of a run say about it. */
export function readRunFacets(
  reading: EventReading,
  value: unknown,
): Pick<
  RunFacts,
  'dependencies' | 'parent' | 'nominal' | 'error' | 'tags' | 'engine'
> {
  const path = 'run.facets';
  const facets = toFacets(reading, value, path);
  const { stamp } = reading;
  const facts: ReturnType<typeof readRunFacets> = {};
  const dependencies = findFacet(facets, 'jobDependencies');
  if (dependencies) {
    facts.dependencies = {
      stamp,
      value: readDependencies(reading, dependencies, `${path}.jobDependencies`),
    };
  }
  const parent = findFacet(facets, 'parent');
  if (parent) {
    facts.parent = {
      stamp,
      value: readParent(reading, parent, `${path}.parent`),
    };
  }
  const nominal = findFacet(facets, 'nominalTime');
  if (nominal) {
    facts.nominal = {
      stamp,
      value: readNominal(reading, nominal, `${path}.nominalTime`),
    };
  }
  const errorFacet = findFacet(facets, 'errorMessage');
  const error =
    errorFacet &&
    readShownText(reading, errorFacet, 'message', `${path}.errorMessage`);
  if (error) {
    facts.error = { stamp, value: toShownText(error, SHOWN.error) };
  }
  const tagsFacet = findFacet(facets, 'tags');
  const tags = tagsFacet && readRunTags(reading, tagsFacet, `${path}.tags`);
  if (tags) {
    facts.tags = { stamp, value: tags };
  }
  const engineFacet = findFacet(facets, 'processing_engine');
  const engine =
    engineFacet &&
    readRunEngine(reading, engineFacet, `${path}.processing_engine`);
  if (engine) {
    facts.engine = { stamp, value: engine };
  }
  return facts;
}

function readDependencies(
  reading: EventReading,
  facet: JsonMap,
  path: string,
): { upstream: NameKey[]; downstream: NameKey[] } {
  const read = (side: 'upstream' | 'downstream') => {
    const list =
      toOptionalList(facet[side], `${path}.${side}`, LIMITS.jobDependencies) ??
      [];
    const jobs = list.map((item, index) => {
      const itemPath = `${path}.${side}[${index}]`;
      const { job } = toMap(item, itemPath);
      return readOtherJob(reading, job, `${itemPath}.job`);
    });
    return [...new Set(jobs)].sort();
  };
  return { upstream: read('upstream'), downstream: read('downstream') };
}

function readNominal(reading: EventReading, facet: JsonMap, path: string) {
  const read = (key: 'nominalStartTime' | 'nominalEndTime') =>
    (facet[key] ?? undefined) === undefined
      ? undefined
      : toShownTime(facet[key], {
          strict: reading.strict,
          path: `${path}.${key}`,
        });
  const start = read('nominalStartTime');
  const end = read('nominalEndTime');
  if (reading.strict && start === undefined) {
    refuse(`${path}.nominalStartTime`, undefined, 'is not a text');
  }
  return { ...(start && { start }), ...(end && { end }) };
}
