import { ReactFlowState, useStore } from '@xyflow/react';
import { READABLE_ZOOM } from './useCamera';

/** In steps of two, so that it changes seldom while the zoom does. */
function wideningOf({ transform }: ReactFlowState): number {
  const zoom = transform[2];
  return zoom >= READABLE_ZOOM ? 1 : 2 ** Math.ceil(Math.log2(1 / zoom) - 0.5);
}

/**
 * How much wider lines have to be drawn than they shall look, as the picture is
 * scaled as a whole; 1 when it is near.
 */
export function useWidening(): number {
  return useStore(wideningOf);
}
