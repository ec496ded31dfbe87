import {
  ClaimedEdge,
  EdgeEnd,
  NameKey,
} from '@understudy/plugin-lineage-common';
import { NodeTable } from '../../nodes/NodeTable';

/** A connection between nodes that have ids. */
export interface ResolvedEdge {
  claimant_id: number;
  src: number;
  dst: number;
  /** What the two fold into. */
  src_root: number;
  dst_root: number;
  first_seen: string;
  last_seen: string;
}

/** Puts ids in the place of names. */
export function resolveEdges(
  claimant: NameKey,
  edges: readonly ClaimedEdge[],
  nodes: NodeTable,
): ResolvedEdge[] {
  const idOf = (end: EdgeEnd) =>
    'node' in end
      ? nodes.idOf(end.node)
      : nodes.stepIdOf(claimant, end.step.output);
  return edges.map(({ source, target, first, last }) => {
    const [src, dst] = [idOf(source), idOf(target)];
    return {
      claimant_id: nodes.idOf(claimant),
      src,
      dst,
      src_root: nodes.rootOf(src),
      dst_root: nodes.rootOf(dst),
      first_seen: first,
      last_seen: last,
    };
  });
}

/** The names and steps that connections lie between. */
export function namesOfEdges(
  claimant: NameKey,
  edges: readonly ClaimedEdge[],
): { names: NameKey[]; steps: { job: NameKey; output: NameKey }[] } {
  const names: NameKey[] = [claimant];
  const steps: { job: NameKey; output: NameKey }[] = [];
  for (const end of edges.flatMap(({ source, target }) => [source, target])) {
    if ('node' in end) {
      names.push(end.node);
    } else {
      names.push(end.step.output);
      steps.push({ job: claimant, output: end.step.output });
    }
  }
  return { names, steps };
}
