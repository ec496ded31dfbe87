import {
  LineageEdge,
  LineageField,
  LineageFieldEdge,
  LineageFields,
  LineageOrigin,
} from '@understudy/plugin-lineage-common';
import { FlowGraph, FlowNode, SIZES } from '../graph/model/toFlow';

/** Fields as a drawing, in which each is a thing of its own. */
export interface FieldFlow extends FlowGraph {
  /** The field that is drawn under an id. */
  fieldOf: ReadonlyMap<string, LineageField>;
  /** Ids of what was asked about: one field, or all of the root. */
  asked: ReadonlySet<string>;
  /** Ids of fields that are connected with these only by way of something that decides. */
  indirect: ReadonlySet<string>;
}

/** Solid is what is passed on, dashed what only decides something. */
const ORIGINS: Record<LineageFieldEdge['kind'], LineageOrigin> = {
  direct: 'observed',
  indirect: 'declared',
  both: 'both',
};

/** What a field is drawn under. Ids of nodes hold no such sign, and it holds no space. */
export function fieldId({ node, field }: LineageField): string {
  return field === undefined
    ? `${node}@`
    : `${node}@${encodeURIComponent(field)}`;
}

/** Draws fields one by one; what is of a dataset as a whole is drawn as such. */
export function toFieldFlow(fields: LineageFields): FieldFlow {
  const fieldOf = new Map<string, LineageField>();
  const nodes: FlowNode[] = [];
  const wholes = new Set(
    fields.edges
      .flatMap(({ source, target }) => [source, target])
      .filter(({ field }) => field === undefined)
      .map(({ node }) => node),
  );
  const { nodes: datasets } = fields;
  for (const { fields: names, indirect, distance, ...summary } of datasets) {
    const parts: LineageField[] = [
      ...names.map(field => ({ node: summary.id, field })),
      ...(wholes.has(summary.id) ? [{ node: summary.id }] : []),
    ];
    for (const part of parts) {
      const id = fieldId(part);
      fieldOf.set(id, part);
      const hidden = { upstream: 0, downstream: 0 };
      const node = { ...summary, id, distance, hidden };
      nodes.push({ id, shape: 'data', node, ...SIZES.data });
    }
  }
  const { root, field } = fields;
  const asked = [...fieldOf.keys()].filter(id => {
    const part = fieldOf.get(id);
    return part?.node === root && (field === undefined || part.field === field);
  });
  return {
    root: asked[0] ?? fieldId({ node: root, field }),
    nodes,
    edges: fields.edges.map(
      ({ source, target, kind, restricted }): LineageEdge => ({
        source: fieldId(source),
        target: fieldId(target),
        origin: ORIGINS[kind],
        ...(restricted && { restricted }),
      }),
    ),
    groupOf: new Map(),
    fieldOf,
    asked: new Set(asked),
    indirect: indirectFields(fields),
  };
}

function indirectFields({ nodes }: Pick<LineageFields, 'nodes'>): Set<string> {
  return new Set(
    nodes.flatMap(({ id, indirect = [] }) =>
      indirect.map(field => fieldId({ node: id, field })),
    ),
  );
}
