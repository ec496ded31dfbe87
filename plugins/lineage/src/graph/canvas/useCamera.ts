import useMediaQuery from '@material-ui/core/useMediaQuery';
import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react';
import { useMemo } from 'react';
import { Drawing } from '../layout/Drawing';
import { boundsOf, Rect } from './bounds';

/** Below this zoom texts cannot be read and are not drawn. */
export const READABLE_ZOOM = 0.5;
export const MIN_ZOOM = 0.02;
export const MAX_ZOOM = 2;
/** What one goes to from too far out. */
const READING_ZOOM = 0.85;
const MOVE_MS = 250;

/** Moves the picture. */
export interface Camera {
  /** All of it. */
  fit(): void;
  /** All of it where that can be read, else the surroundings of the root. */
  home(options?: { atOnce?: boolean }): void;
  /** One node in the middle, large enough to be read. */
  centerOn(id: string): void;
  /** The same, but only when it is not in view already. */
  reveal(id: string): void;
  /** Some nodes together, from as far as it takes, unless all are in view. */
  frame(ids: readonly string[]): void;
  /** Whether all of a node is in view, and large enough to be read. */
  sees(id: string): boolean;
  zoomIn(): void;
  zoomOut(): void;
}

/** The camera of the canvas; it jumps for those who want no motion. */
export function useCamera(drawing: Drawing): Camera {
  const { setViewport, setCenter, getZoom, zoomIn, zoomOut } = useReactFlow();
  const store = useStoreApi();
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  return useMemo(() => {
    // The default of d3 takes the logarithm of 0 between middles that are a
    // millionth of a pixel apart at different zooms, and gives no number then.
    const moving = (atOnce = false) => ({
      duration: still || atOnce ? 0 : MOVE_MS,
      interpolate: 'linear' as const,
    });
    const middleOf = (id: string) => {
      const box = drawing.boxes.get(id);
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const around = (boxes: Iterable<Rect>) => {
      const { width, height } = store.getState();
      return getViewportForBounds(
        boundsOf(boxes),
        width,
        height,
        MIN_ZOOM,
        1,
        '24px',
      );
    };
    const all = () => around(drawing.boxes.values());
    const centerOn = (id: string, zoom: number, atOnce?: boolean) => {
      const middle = middleOf(id);
      if (middle) {
        setCenter(middle.x, middle.y, { zoom, ...moving(atOnce) });
      }
    };
    const sees = (id: string) => {
      const { width, height, transform } = store.getState();
      const [left, top, zoom] = transform;
      const box = drawing.boxes.get(id);
      return (
        box !== undefined &&
        zoom >= READABLE_ZOOM &&
        box.x * zoom + left >= 0 &&
        box.y * zoom + top >= 0 &&
        (box.x + box.width) * zoom + left <= width &&
        (box.y + box.height) * zoom + top <= height
      );
    };
    const readable = () =>
      getZoom() < READABLE_ZOOM ? READING_ZOOM : getZoom();
    return {
      fit: () => {
        setViewport(all(), moving());
      },
      home: options => {
        const viewport = all();
        if (viewport.zoom >= READABLE_ZOOM) {
          setViewport(viewport, moving(options?.atOnce));
        } else {
          centerOn(drawing.flow.root, READING_ZOOM, options?.atOnce);
        }
      },
      centerOn: id => centerOn(id, readable()),
      reveal: id => {
        if (!sees(id)) {
          centerOn(id, readable());
        }
      },
      frame: ids => {
        const boxes = ids.flatMap(id => drawing.boxes.get(id) ?? []);
        if (!ids.every(sees)) {
          setViewport(around(boxes), moving());
        }
      },
      sees,
      zoomIn: () => {
        zoomIn(moving());
      },
      zoomOut: () => {
        zoomOut(moving());
      },
    };
  }, [drawing, store, still, setViewport, setCenter, getZoom, zoomIn, zoomOut]);
}
