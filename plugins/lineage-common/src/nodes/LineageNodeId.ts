import {
  CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * What a node stands for: an entity of the catalog, or a dataset or job that
 * OpenLineage names and no entity claims.
 *
 * @public
 */
export type LineageNodeName =
  | { kind: 'entity'; entityRef: string }
  | { kind: 'dataset' | 'job'; namespace: string; name: string };

const PREFIX = 'ol:';

/**
 * The id of a node as the HTTP API and addresses of pages write it: an entity
 * ref in lower case, `ol:dataset:<namespace>/<name>` or
 * `ol:job:<namespace>/<name>` with both parts percent-encoded.
 *
 * @public
 */
export function formatLineageNodeId(node: LineageNodeName): string {
  if (node.kind === 'entity') {
    return node.entityRef;
  }
  return `${PREFIX}${node.kind}:${encodeURIComponent(
    node.namespace,
  )}/${encodeURIComponent(node.name)}`;
}

/**
 * Reads what {@link formatLineageNodeId} writes. An entity ref may leave out
 * its namespace and is given back in full and in lower case.
 *
 * @throws InputError that names the id and what is wrong with it.
 * @public
 */
export function parseLineageNodeId(id: string): LineageNodeName {
  if (!id.startsWith(PREFIX)) {
    return { kind: 'entity', entityRef: stringifyEntityRef(parseRef(id)) };
  }
  const match = /^ol:(dataset|job):([^/]*)\/([^/]*)$/.exec(id);
  if (!match) {
    throw new InputError(
      `'${id}' is not the id of a node: expected ol:dataset:<namespace>/<name> or ol:job:<namespace>/<name>, both parts percent-encoded`,
    );
  }
  const [, kind, namespace, name] = match;
  if (namespace === '' || name === '') {
    throw new InputError(
      `The node id '${id}' has an empty ${namespace === '' ? 'namespace' : 'name'}`,
    );
  }
  return {
    kind: kind === 'job' ? 'job' : 'dataset',
    namespace: decodePart(id, namespace),
    name: decodePart(id, name),
  };
}

function parseRef(id: string): CompoundEntityRef {
  try {
    return parseEntityRef(id, { defaultNamespace: 'default' });
  } catch {
    // The platform's message speaks of a missing kind only.
    throw new InputError(
      `'${id}' is not the id of a node: expected an entity ref such as model:default/fraud-score, or ol:dataset:... or ol:job:...`,
    );
  }
}

function decodePart(id: string, part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new InputError(
      `The node id '${id}' is not percent-encoded: cannot read '${part}'`,
    );
  }
}
