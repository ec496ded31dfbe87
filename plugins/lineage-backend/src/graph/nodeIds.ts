import {
  LineageNodeName,
  parseLineageNodeId,
} from '@understudy/plugin-lineage-common';

const STEP = '#';

/** The id of a job as the maker of one output. */
export function stepIdOf(
  jobId: string,
  output: { namespace: string; name: string },
): string {
  const parts = [output.namespace, output.name].map(encodeURIComponent);
  return `${jobId}${STEP}${parts.join('/')}`;
}

/**
 * What an id names. Whoever asks about a job as the maker of one output is told
 * about the job.
 *
 * @throws InputError that says what is wrong with it.
 */
export function parseNodeId(id: string): LineageNodeName {
  return parseLineageNodeId(id.split(STEP, 1)[0]);
}
