import { LineageGraph } from '@understudy/plugin-lineage-common';
import { collapseTemporary } from '../../../../plugins/lineage/src/graph/model/collapseTemporary';
import { groupFanOut } from '../../../../plugins/lineage/src/graph/model/groupFanOut';
import {
  FlowGraph,
  toFlow,
} from '../../../../plugins/lineage/src/graph/model/toFlow';

/** What the page makes of an answer of the backend before it is arranged. */
export function toDrawing(graph: LineageGraph): FlowGraph {
  const { graph: drawn } = collapseTemporary(graph, new Set());
  return toFlow(groupFanOut(drawn, { open: new Set(), folded: new Set() }));
}
