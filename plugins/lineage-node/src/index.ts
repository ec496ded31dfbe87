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
  lineageServiceRef,
  type LineageGraphRequest,
  type LineageImpactRequest,
  type LineageRunsRequest,
  type LineageService,
  type LineageServiceOptions,
} from './lineageService';
