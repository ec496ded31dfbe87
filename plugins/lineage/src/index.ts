/**
 * Where data come from and where they go, on the pages of entities and on one of
 * its own. The default export is the plugin for the new frontend system;
 * `./legacy` holds the same for the legacy one.
 *
 * @packageDocumentation
 */
export { lineagePlugin as default } from './plugin';
export { lineageApiRef, type LineageApi } from './api/LineageApi';
export type {
  LineageDeadLettersQuery,
  LineageFieldsQuery,
  LineageGraphQuery,
  LineageImpactQuery,
  LineageNotifyRequest,
  LineageOverviewQuery,
  LineagePathQuery,
  LineageUnmappedQuery,
  LineageUnmappedSort,
  LineageUsingRunsQuery,
} from './api/types';
export { deadLettersRouteRef, rootRouteRef, unmappedRouteRef } from './routes';
export { lineageMessages } from './messages';
export { lineageTranslationRef } from './translation';
