import { useMemo, useRef } from 'react';
import { Drawing } from '../layout/Drawing';
import { Rect, touches } from './bounds';
import { CanvasNode, NodeFace, sameFace } from './NodeFace';

/**
 * The nodes in view as React Flow takes them; what did not change stays the same
 * object. None when `inView` is undefined.
 */
export function useCanvasNodes(
  drawing: Drawing,
  faces: ReadonlyMap<string, NodeFace>,
  options: { inView?: Rect; current?: string },
): CanvasNode[] {
  const { inView, current } = options;
  const last = useRef(new Map<string, CanvasNode>());
  return useMemo(() => {
    const nodes = drawing.flow.nodes.flatMap(({ id, shape }) => {
      const box = drawing.boxes.get(id);
      const face = faces.get(id);
      if (!inView || !box || !face || !touches(box, inView)) {
        return [];
      }
      const { x, y, width, height } = box;
      const data = id === current ? { ...face, current: true } : face;
      const before = last.current.get(id);
      const isSame =
        before &&
        before.type === shape &&
        before.position.x === x &&
        before.position.y === y &&
        sameFace(before.data, data);
      return isSame
        ? [before]
        : [
            {
              id,
              type: shape,
              position: { x, y },
              width,
              height,
              // Nothing is connected by hand, so there is nothing to measure.
              measured: { width, height },
              handles: [],
              data,
            },
          ];
    });
    last.current = new Map(nodes.map(node => [node.id, node]));
    return nodes;
  }, [drawing, faces, inView, current]);
}
