import { InputError } from '@backstage/errors';
import { LineageNodeName } from '@understudy/plugin-lineage-common';
import { z } from 'zod/v3';
import { parseNodeId } from '../graph/nodeIds';
import { decodeCursor, Place } from '../router/cursor';
import { parseRequest } from '../router/parseRequest';
import {
  eventTime,
  MAX_ID_LENGTH,
  nodeId,
  wholeNumber,
} from '../router/requestParts';

/** What is bounded about runs. */
export const runLimits = {
  page: { default: 20, most: 100 },
  versionLength: 256,
} as const;

interface Paging {
  limit: number;
  after?: Place;
}

/** Which runs to list: those of a node, or those that used a version of one. */
export type RunsQuery = Paging &
  (
    | { node: LineageNodeName }
    | {
        used: { node: LineageNodeName; version: string };
        from?: string;
        to?: string;
      }
  );

const schema = z
  .object({
    node: nodeId.optional(),
    used: z
      .string()
      .min(1)
      .max(MAX_ID_LENGTH + runLimits.versionLength)
      .optional(),
    from: eventTime.optional(),
    to: eventTime.optional(),
    limit: wholeNumber(1, runLimits.page.most).default(runLimits.page.default),
    cursor: z.string().min(1).max(1000).optional(),
  })
  .strict();

/** The query of a list of runs. Throws InputError. */
export function readRunsRequest(input: unknown): RunsQuery {
  const { cursor, node, used, from, to, limit } = parseRequest(
    schema,
    input,
    'query',
  );
  const paging = { limit, ...(cursor && { after: decodeCursor(cursor) }) };
  if (used !== undefined && node === undefined) {
    return {
      ...paging,
      used: readUsed(used),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    };
  }
  if (node === undefined || used !== undefined) {
    throw new InputError('query: expected either node or used');
  }
  if ((from ?? to) !== undefined) {
    throw new InputError('query: from and to go with used');
  }
  return { ...paging, node };
}

/** `<node id>@<version>`: an id has no `@`, a version may. */
function readUsed(used: string): { node: LineageNodeName; version: string } {
  const at = used.indexOf('@');
  const version = used.slice(at + 1);
  if (at < 1 || version === '' || version.length > runLimits.versionLength) {
    throw new InputError(
      `query.used: '${used.slice(0, 200)}' is not <node id>@<version>`,
    );
  }
  if (version.includes('\0')) {
    throw new InputError('query.used: the version has control characters');
  }
  return { node: parseNodeId(used.slice(0, at)), version };
}
