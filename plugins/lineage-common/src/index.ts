export {
  lineageDeadLetterReadPermission,
  lineageDeadLetterReplayPermission,
  lineageEventWritePermission,
  lineageImpactNotifyPermission,
  lineageNodeReadPermission,
  lineagePermissions,
  RESOURCE_TYPE_LINEAGE_NODE,
} from './access/permissions';
export {
  type LineageFinding,
  type LineageFindings,
  type LineageFindingType,
} from './findings/types';
export {
  type LineageFacet,
  type LineageNodeAlias,
  type LineageNodeDetail,
} from './graph/detail';
export {
  type GraphNeighbour,
  type GraphNeighbours,
  type GraphSource,
  type GraphStep,
  type GraphWalk,
  type LineageSide,
  type NodeIds,
  type NodesBySide,
  type NodeVisibility,
} from './graph/GraphSource';
export {
  type Neighbourhood,
  type NeighbourhoodEdge,
  type NeighbourhoodNode,
} from './graph/describeNeighbourhood';
export { findParallelEdges } from './graph/findParallelEdges';
export { groupImpact, sortImpactItems } from './graph/groupImpact';
export { mergeIntoRoot } from './graph/mergeIntoRoot';
export {
  type DirectLink,
  type DirectLinks,
  readDirectLinks,
} from './graph/readDirectLinks';
export { reach, type ReachBounds, type Reached } from './graph/reach';
export {
  type NeighbourhoodQuery,
  walkNeighbourhood,
  type WalkBounds,
} from './graph/walkNeighbourhood';
export {
  type LineageDirection,
  type LineageEdge,
  type LineageEnvironment,
  type LineageGraph,
  type LineageImpact,
  type LineageImpactItem,
  type LineageLastRun,
  type LineageNode,
  type LineageNodeKind,
  type LineageNodeSummary,
  type LineageOrigin,
  type LineageRunState,
} from './graph/types';
export {
  formatLineageNodeId,
  type LineageNodeName,
  parseLineageNodeId,
} from './nodes/LineageNodeId';
export {
  type LineageDeadLetter,
  type LineageDeadLetterPage,
  type LineageImpactNotice,
  type LineageStatus,
} from './operation/types';
export { edgesOfDatasetLineage } from './openlineage/edges/edgesOfDatasetLineage';
export { edgesOfDeclared, edgesOfRun } from './openlineage/edges/edgesOfRun';
export {
  type EventTimeOptions,
  toEventTime,
} from './openlineage/reading/eventTime';
export {
  type ClaimedEdge,
  type DatasetLineage,
  type EdgeEnd,
  type EventFacts,
  type FacetStatement,
  type IoFacts,
  type Latest,
  type LineageEntry,
  type NameKey,
  type OpenLineageName,
  type OtherName,
  type OutputFacts,
  type RunFacts,
  type RunSummary,
  type Stamp,
} from './openlineage/facts';
export { mergeRunFacts } from './openlineage/merging/mergeRunFacts';
export { nameKey, parseNameKey } from './openlineage/names';
export {
  readOpenLineageEvent,
  type ReadOpenLineageEventOptions,
} from './openlineage/reading/readOpenLineageEvent';
export {
  type SanitizedOpenLineageEvent,
  sanitizeOpenLineageEvent,
} from './openlineage/sanitize/sanitizeOpenLineageEvent';
export { summarizeRun } from './openlineage/merging/summarizeRun';
export {
  type LineageRun,
  type LineageRunConsumer,
  type LineageRunDataset,
  type LineageRunEngine,
  type LineageRunJob,
  type LineageRunPage,
  type LineageRunTag,
} from './runs/types';
export {
  type LineageDraft,
  type LineageDraftItem,
  type LineageUnmappedNode,
  type LineageUnmappedPage,
} from './unmapped/types';
export {
  type LineageField,
  type LineageFieldEdge,
  type LineageFieldNode,
  type LineageFields,
} from './columns/types';
export {
  fieldsOfDataset,
  fieldsOfEntries,
  type StatedFieldEdge,
  type StatedFields,
} from './columns/readFieldLineage';
export { influencesOf, type LineageInfluence } from './columns/fieldKinds';
export {
  type ColumnBounds,
  type ColumnEdge,
  type FoundColumn,
  type FoundColumns,
  walkColumns,
} from './columns/walkColumns';
export { findPaths, type FoundPaths, type PathBounds } from './graph/findPaths';
export { type LineagePath, type LineagePathNode } from './paths/types';
export {
  type LineageOverview,
  type LineageOverviewNode,
} from './overview/types';
export {
  type LineageEntitySchemas,
  type LineageObservedSchema,
  type LineageSchemaPage,
} from './observedSchemas/types';
export {
  type LineageNeighbourhood,
  type LineageNeighbourhoods,
} from './neighbourhoods/types';
