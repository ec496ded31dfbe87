import { ReactFlowState, useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { Rect } from './bounds';
import { READABLE_ZOOM } from './useCamera';

/** Moving by less than that shows nothing new. */
const TILE = 240;

function tilesOf({ transform, width, height }: ReactFlowState): string {
  const [x, y, zoom] = transform;
  if (zoom < READABLE_ZOOM || width === 0 || height === 0) {
    return '';
  }
  const left = Math.floor(-x / zoom / TILE);
  const top = Math.floor(-y / zoom / TILE);
  const right = Math.ceil((width - x) / zoom / TILE);
  const bottom = Math.ceil((height - y) / zoom / TILE);
  return [left, top, right, bottom].join(' ');
}

/**
 * The part of the picture that is in view, in whole tiles, so that it changes
 * seldom while the picture moves; undefined from afar, where nodes are not drawn
 * one by one. React Flow can cull by itself, but it does so before it hears that
 * the picture is far now, and makes all nodes only to drop them.
 */
export function useViewTiles(): Rect | undefined {
  const tiles = useStore(tilesOf);
  return useMemo(() => {
    if (tiles === '') {
      return undefined;
    }
    const [left, top, right, bottom] = tiles
      .split(' ')
      .map(tile => Number(tile) * TILE);
    return { x: left, y: top, width: right - left, height: bottom - top };
  }, [tiles]);
}
