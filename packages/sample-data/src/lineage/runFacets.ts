import type { JsonObject } from '@backstage/types';
import { createRunId } from './createRunId';
import { facet } from './facets';
import type { PlatformStyle } from './platforms';
import type { SampleJob } from './SampleJob';
import type { DueRun } from './schedule';

/** A task belongs to the run of its DAG, which is the one that was due. */
export function parentFacets(
  job: SampleJob,
  style: PlatformStyle,
  due: DueRun,
): JsonObject {
  const dag = job.platform === 'airflow' ? job.name.split('.')[0] : job.parent;
  if (dag === undefined) {
    return {};
  }
  const parent = {
    run: { runId: createRunId(`${style.namespace}/${dag}`, due.at) },
    job: { namespace: style.namespace, name: dag },
  };
  return {
    parent: facet(style, '1-1-0/ParentRunFacet', { ...parent, root: parent }),
  };
}

/** Jobs that it waits for. */
export function dependencyFacets(
  job: SampleJob,
  style: PlatformStyle,
): JsonObject {
  return job.after === undefined
    ? {}
    : {
        jobDependencies: facet(style, '1-0-1/JobDependenciesRunFacet', {
          upstream: job.after.map(name => ({
            job: { namespace: style.namespace, name },
            dependency_type: 'IMPLICIT_ASSET_DEPENDENCY',
          })),
          downstream: [],
        }),
      };
}
