export {
  lineageDeadLetterReadPermission,
  lineageDeadLetterReplayPermission,
  lineageEventWritePermission,
  lineageImpactNotifyPermission,
  lineageNodeReadPermission,
  lineagePermissions,
} from './access/permissions';
export {
  type LineageDirection,
  type LineageEdge,
  type LineageGraph,
  type LineageImpact,
  type LineageImpactItem,
  type LineageLastRun,
  type LineageNode,
  type LineageNodeKind,
  type LineageOrigin,
  type LineageRunState,
} from './graph/types';
export {
  formatLineageNodeId,
  type LineageNodeName,
  parseLineageNodeId,
} from './nodes/LineageNodeId';
export { type LineageRun, type LineageRunDataset } from './runs/types';
