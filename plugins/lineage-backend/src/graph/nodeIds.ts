import { InputError } from '@backstage/errors';
import {
  LineageNodeName,
  parseLineageNodeId,
} from '@understudy/plugin-lineage-common';

const STEP = '#';

/** What a caller asks about: a node, or a job as the maker of one output. */
export type AskedNode = LineageNodeName & {
  output?: { namespace: string; name: string };
};

/** The id of a job as the maker of one output. */
export function stepIdOf(
  jobId: string,
  output: { namespace: string; name: string },
): string {
  const parts = [output.namespace, output.name].map(encodeURIComponent);
  return `${jobId}${STEP}${parts.join('/')}`;
}

/** Whether an id is that of a job as the maker of one output. */
export function isStepId(id: string): boolean {
  return id.includes(STEP);
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

/**
 * What an id names, where a job as the maker of one output is something of its
 * own.
 *
 * @throws InputError that says what is wrong with it.
 */
export function parseAskedNode(id: string): AskedNode {
  const at = id.indexOf(STEP);
  const name = parseNodeId(id);
  return at < 0 ? name : { ...name, output: parseOutput(id, at + 1) };
}

function parseOutput(id: string, start: number): AskedNode['output'] {
  try {
    const output = parseLineageNodeId(`ol:dataset:${id.slice(start)}`);
    if (output.kind !== 'entity') {
      return { namespace: output.namespace, name: output.name };
    }
  } catch {
    // That message would speak of an id that nobody sent.
  }
  throw new InputError(
    `'${id}' is not the id of a node: expected <namespace>/<name> of an output behind '${STEP}', both percent-encoded`,
  );
}
