import { PointerEvent, RefObject, useEffect, useRef } from 'react';
import { Point } from '../../graph/layout/types';
import { MapPlan } from '../model/MapPlan';
import { nodeAt } from '../model/nodeAt';
import { toMap } from './camera';
import { MapCameraControl } from './useMapCamera';

/** Who moves less than that means to press. */
const DRAG = 4;
/** How near in pixels is near enough. */
const SLACK = 4;
const WHEEL = 0.0015;
/** Wheels that count in lines or pages. */
const LINE_PIXELS = 16;
const PAGE_PIXELS = 400;

/** What pointers do on the map. */
export interface MapPointing {
  onHover(node: number | undefined): void;
  onPress(node: number | undefined): void;
}

/** Drag moves the map, the wheel and two fingers zoom, a press chooses. */
export function useMapGestures(
  canvas: RefObject<HTMLCanvasElement>,
  plan: MapPlan,
  camera: MapCameraControl,
  pointing: MapPointing,
) {
  const pointers = useRef(new Map<number, Point>());
  const dragged = useRef(false);

  const pointOf = (event: { clientX: number; clientY: number }): Point => {
    const box = canvas.current?.getBoundingClientRect();
    return {
      x: event.clientX - (box?.left ?? 0),
      y: event.clientY - (box?.top ?? 0),
    };
  };
  const under = (point: Point) =>
    nodeAt(plan, toMap(camera.now(), point), SLACK / camera.now().zoom);

  // React listens to wheels in a way that cannot keep the page from scrolling.
  useEffect(() => {
    const element = canvas.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const unit = [1, LINE_PIXELS, PAGE_PIXELS][event.deltaMode] ?? 1;
      camera.zoomBy(Math.exp(-event.deltaY * unit * WHEEL), {
        x: event.offsetX,
        y: event.offsetY,
      });
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [canvas, camera]);

  const drag = (id: number, point: Point) => {
    const before = pointers.current.get(id);
    const other = [...pointers.current].find(([key]) => key !== id)?.[1];
    if (!before) {
      return;
    }
    const [x, y] = [point.x - before.x, point.y - before.y];
    if (!dragged.current && Math.hypot(x, y) < DRAG) {
      return;
    }
    dragged.current = true;
    pointers.current.set(id, point);
    if (other) {
      const apart = (at: Point) =>
        Math.max(1, Math.hypot(at.x - other.x, at.y - other.y));
      camera.zoomBy(apart(point) / apart(before), {
        x: (point.x + other.x) / 2,
        y: (point.y + other.y) / 2,
      });
    } else {
      camera.panBy(x, y);
    }
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    pointers.current.delete(event.pointerId);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      if (event.button === 0) {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = pointers.current.size > 0;
        pointers.current.set(event.pointerId, pointOf(event));
      }
    },
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
      const point = pointOf(event);
      if (pointers.current.size > 0) {
        drag(event.pointerId, point);
      } else {
        pointing.onHover(under(point));
      }
    },
    onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => {
      if (pointers.current.has(event.pointerId) && !dragged.current) {
        pointing.onPress(under(pointOf(event)));
      }
      end(event);
    },
    onPointerCancel: end,
    onPointerLeave: () => pointing.onHover(undefined),
  };
}
