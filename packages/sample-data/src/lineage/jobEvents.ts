import type { JsonObject } from '@backstage/types';
import { createRandom, type Random } from '../generate/createRandom';
import { type Attempt, attempts } from './attempts';
import { createRunId } from './createRunId';
import {
  assertionFacets,
  columnFacets,
  datasetFacets,
  facet,
  jobFacets,
} from './facets';
import { platforms, type PlatformStyle, writeTime } from './platforms';
import { dependencyFacets, parentFacets } from './runFacets';
import { type DatasetName, datasetsAt, type SampleJob } from './SampleJob';
import { type DueRun, dueRuns } from './schedule';

const SCHEMA = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs';

/** An event, and when it is sent. */
export interface TimedEvent {
  at: Date;
  event: JsonObject;
}

/** Every event that a job sends about the runs that were due in a span of time. */
export function jobEvents(
  job: SampleJob,
  span: { from: Date; to: Date },
): TimedEvent[] {
  const style = platforms[job.platform];
  if ('declaredAt' in job.schedule) {
    return [declaration(job, style, new Date(job.schedule.declaredAt))];
  }
  return dueRuns(job.schedule, span)
    .flatMap(due => attempts(job, due))
    .flatMap(attempt => runEvents(job, style, attempt));
}

function runEvents(
  job: SampleJob,
  style: PlatformStyle,
  attempt: Attempt,
): TimedEvent[] {
  const { start, end, failed, due } = attempt;
  const beats = due.heartbeats ?? [];
  const isService =
    'endless' in job.schedule && job.schedule.endless === 'service';
  const lastType = isService ? 'ABORT' : 'COMPLETE';
  return [
    runEvent(job, style, attempt, 'START', start),
    ...beats.map(at => runEvent(job, style, attempt, 'RUNNING', at)),
    ...(end
      ? [runEvent(job, style, attempt, failed ? 'FAIL' : lastType, end)]
      : []),
  ];
}

function runEvent(
  job: SampleJob,
  style: PlatformStyle,
  { start, failed, due }: Attempt,
  eventType: string,
  at: Date,
): TimedEvent {
  const names = { namespace: job.namespace ?? style.namespace, name: job.name };
  const random = createRandom(`${job.name}@${at.toISOString()} ${eventType}`);
  const isEnd = eventType === 'COMPLETE';
  return {
    at,
    event: {
      eventType,
      eventTime: writeTime(style, at),
      producer: style.producer,
      schemaURL: `${SCHEMA}/RunEvent`,
      run: {
        runId: createRunId(`${names.namespace}/${names.name}`, start),
        facets: {
          ...(due.until === undefined && {
            nominalTime: facet(style, '1-0-1/NominalTimeRunFacet', {
              nominalStartTime: due.at.toISOString(),
            }),
          }),
          ...parentFacets(job, style, due),
          ...dependencyFacets(job, style),
          ...(failed &&
            eventType === 'FAIL' && {
              errorMessage: facet(style, '1-0-1/ErrorMessageRunFacet', {
                message: job.error ?? 'The run failed',
                programmingLanguage: 'python',
              }),
            }),
        },
      },
      job: { ...names, facets: jobFacets(job, style, due.at) },
      inputs: datasetsAt(job.reads, due.at).map(dataset =>
        readDataset(job, style, dataset, isEnd, random),
      ),
      outputs: datasetsAt(job.writes, due.at).map(dataset =>
        writtenDataset(job, style, dataset, isEnd ? due : undefined, random),
      ),
    },
  };
}

function readDataset(
  job: SampleJob,
  style: PlatformStyle,
  dataset: DatasetName,
  isEnd: boolean,
  random: Random,
): JsonObject {
  const assertions = isEnd
    ? assertionFacets(
        job.assertions ?? [],
        dataset,
        style,
        () => random() * 100,
      )
    : {};
  return {
    ...dataset,
    facets: isEnd ? datasetFacets(dataset, style) : {},
    ...(Object.keys(assertions).length > 0 && { inputFacets: assertions }),
  };
}

function writtenDataset(
  job: SampleJob,
  style: PlatformStyle,
  dataset: DatasetName,
  ended: DueRun | undefined,
  random: Random,
): JsonObject {
  if (!ended) {
    return { ...dataset, facets: {} };
  }
  return {
    ...dataset,
    facets: {
      ...datasetFacets(dataset, style),
      ...columnFacets(job.columns ?? [], dataset, style),
      ...(ended.version && {
        version: facet(style, '1-0-1/DatasetVersionDatasetFacet', {
          datasetVersion: ended.version,
        }),
      }),
    },
    ...(ended.until === undefined &&
      ended.version === undefined && {
        outputFacets: {
          outputStatistics: facet(
            style,
            '1-0-2/OutputStatisticsOutputDatasetFacet',
            { rowCount: 1000 + Math.floor(random() * 2_000_000) },
          ),
        },
      }),
  };
}

function declaration(
  job: SampleJob,
  style: PlatformStyle,
  at: Date,
): TimedEvent {
  return {
    at,
    event: {
      eventTime: writeTime(style, at),
      producer: style.producer,
      schemaURL: `${SCHEMA}/JobEvent`,
      job: {
        namespace: job.namespace ?? style.namespace,
        name: job.name,
        facets: jobFacets(job, style, at),
      },
      inputs: datasetsAt(job.reads, at).map(dataset => ({ ...dataset })),
      outputs: datasetsAt(job.writes, at).map(dataset => ({ ...dataset })),
    },
  };
}
