import { ApiRef, createApiRef } from '@backstage/core-plugin-api';
import { ErrorLike } from '@backstage/errors';
import { Arrangement, LayoutGraph } from './types';

/**
 * How a graph was arranged: `full` as well as we can, or `simple` because that
 * took too long or could not run at all.
 */
export type LayoutQuality = 'full' | 'simple';

/** Where everything goes, and how well that was found. */
export interface LayoutResult extends Arrangement {
  quality: LayoutQuality;
  /** Why it is not `full`. */
  reason?: ErrorLike;
}

/**
 * Arranges graphs. Tests and pages without web workers bring one of their own.
 */
export interface LayoutApi {
  /** Rejects only when `signal` says that nobody waits any more. */
  layout(
    graph: LayoutGraph,
    options?: { signal?: AbortSignal },
  ): Promise<LayoutResult>;
}

/** The API that arranges graphs. */
export const layoutApiRef: ApiRef<LayoutApi> = createApiRef<LayoutApi>({
  id: 'plugin.lineage.layout',
});
