/**
 * Lineage for other backend packages: a service to read it, and extension
 * points of the lineage backend.
 *
 * @packageDocumentation
 */
export {
  lineageEntityNamesExtensionPoint,
  type LineageEntityName,
  type LineageEntityNamesExtensionPoint,
  type LineageEntityNameSource,
} from './entityNames';
export {
  type LineageFieldsRequest,
  type LineageGraphRequest,
  type LineageImpactRequest,
  type LineageNeighbourhoodsRequest,
  type LineageNodeRequest,
  type LineagePathRequest,
  type LineageRunsRequest,
  type LineageSchemasRequest,
  type LineageUsingRunsRequest,
} from './lineageRequests';
export {
  lineageServiceRef,
  type LineageService,
  type LineageServiceOptions,
} from './lineageService';
