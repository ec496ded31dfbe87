import useMediaQuery from '@material-ui/core/useMediaQuery';
import { MutableRefObject, useEffect, useMemo, useRef } from 'react';
import { MapPlace } from '../../explorer/mapPlace';
import { Rect } from '../../graph/canvas/bounds';
import { Point } from '../../graph/layout/types';
import { isIn } from '../model/nodeAt';
import { MapPlan } from '../model/MapPlan';
import { BOX } from '../model/placeColumns';
import {
  partWay,
  cameraAt,
  centerOn,
  fitCamera,
  keepInView,
  MapCamera,
  placeOf,
  Size,
  viewOf,
  zoomAt,
} from './camera';
import { MapPainter } from './MapPainter';
import { READABLE_ZOOM } from './paintScene';

const MOVE_MS = 200;
const STEP = 1.4;

/** Moves the map. */
export interface MapCameraControl {
  now(): MapCamera;
  size(): Size;
  resize(size: Size): void;
  panBy(x: number, y: number): void;
  zoomBy(factor: number, point?: Point): void;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  /** Brings something into view where it is not, near enough to be read if `near`. */
  reveal(node: number, near?: boolean): void;
}

/** The camera of the map; it jumps for those who want no motion. It is no state: it moves with every frame. */
export function useMapCamera(
  plan: MapPlan,
  painter: MutableRefObject<MapPainter | undefined>,
  options: {
    /** What it looks at when it begins; at all of the map when missing. */
    start: MapPlace | undefined;
    /** Called with the part of the map that is in view, and where that is unless it is all of it. */
    onMove: (view: Rect, place: MapPlace | undefined) => void;
  },
): MapCameraControl {
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const latestOnMove = useRef(options.onMove);
  latestOnMove.current = options.onMove;
  const state = useRef({
    camera: { x: 0, y: 0, zoom: 1 },
    size: { width: 0, height: 0 },
    frame: 0,
    /** The reader has looked elsewhere than at all of it. */
    moved: false,
    /** Where to look as soon as it is known how large the view is. */
    start: options.start,
  });

  const control = useMemo((): MapCameraControl => {
    const held = state.current;
    const put = (camera: MapCamera) => {
      held.camera = keepInView(camera, plan, held.size);
      painter.current?.look(held.camera);
      latestOnMove.current(
        viewOf(held.camera, held.size),
        // Where it is to look stands until it can.
        held.moved ? placeOf(held.camera, held.size) : held.start,
      );
    };
    const move = (to: MapCamera) => {
      cancelAnimationFrame(held.frame);
      const from = held.camera;
      const start = performance.now();
      const step = () => {
        const part = Math.min(1, (performance.now() - start) / MOVE_MS);
        put(partWay(from, to, part));
        if (part < 1) {
          held.frame = requestAnimationFrame(step);
        }
      };
      if (still) {
        put(to);
      } else {
        step();
      }
    };
    const jump = (to: MapCamera) => {
      cancelAnimationFrame(held.frame);
      held.moved = true;
      put(to);
    };
    const middle = () => ({
      x: held.size.width / 2,
      y: held.size.height / 2,
    });
    const zoom = (factor: number) => {
      held.moved = true;
      move(zoomAt(held.camera, middle(), factor));
    };
    return {
      now: () => held.camera,
      size: () => held.size,
      resize: size => {
        held.size = size;
        if (held.start && size.width > 0) {
          held.camera = cameraAt(held.start, size);
          held.moved = true;
          held.start = undefined;
        }
        put(held.moved ? held.camera : fitCamera(plan, size));
      },
      panBy: (x, y) =>
        jump({ ...held.camera, x: held.camera.x + x, y: held.camera.y + y }),
      zoomBy: (factor, point) =>
        jump(zoomAt(held.camera, point ?? middle(), factor)),
      zoomIn: () => zoom(STEP),
      zoomOut: () => zoom(1 / STEP),
      fit: () => {
        held.moved = false;
        move(fitCamera(plan, held.size));
      },
      reveal: (node, near = false) => {
        const box = { x: plan.x[node], y: plan.y[node], ...BOX };
        const inView = isIn(plan, node, viewOf(held.camera, held.size));
        const isNear = !near || held.camera.zoom >= READABLE_ZOOM;
        if (!inView || !isNear) {
          held.moved = true;
          move(centerOn(held.camera, box, held.size, near ? READABLE_ZOOM : 0));
        }
      },
    };
  }, [plan, painter, still]);

  useEffect(() => {
    const held = state.current;
    return () => cancelAnimationFrame(held.frame);
  }, []);
  return control;
}
