import { MapPlace } from '../../explorer/mapPlace';
import { Rect } from '../../graph/canvas/bounds';
import { Point } from '../../graph/layout/types';

/** Which part of the map is seen: a point of it is at `point * zoom + (x, y)` on the screen. */
export interface MapCamera extends Point {
  zoom: number;
}

/** The part of the page that shows it, in pixels of the page. */
export interface Size {
  width: number;
  height: number;
}

const MIN_ZOOM = 0.01;
const MAX_ZOOM = 3;
/** Around all of the map; the buttons stand in it, and what columns are called. */
const MARGIN = { x: 52, y: 32 } as const;
/** Whatever is far out still stands in view by that much. */
const KEPT = 60;

/** All of the map, no larger than it is. */
export function fitCamera(map: Size, view: Size): MapCamera {
  const zoom = clamp(
    Math.min(
      (view.width - 2 * MARGIN.x) / Math.max(1, map.width),
      (view.height - 2 * MARGIN.y) / Math.max(1, map.height),
      1,
    ),
  );
  return {
    zoom,
    x: (view.width - map.width * zoom) / 2,
    y: (view.height - map.height * zoom) / 2,
  };
}

/** Larger or smaller, while what is at a point of the screen stays there. */
export function zoomAt(
  camera: MapCamera,
  point: Point,
  factor: number,
): MapCamera {
  const zoom = clamp(camera.zoom * factor);
  const by = zoom / camera.zoom;
  return {
    zoom,
    x: point.x - (point.x - camera.x) * by,
    y: point.y - (point.y - camera.y) * by,
  };
}

/** Keeps a part of the map in view, so that nobody loses it. */
export function keepInView(
  camera: MapCamera,
  map: Size,
  view: Size,
): MapCamera {
  const between = (value: number, low: number, high: number) =>
    Math.max(Math.min(low, high), Math.min(Math.max(low, high), value));
  return {
    zoom: camera.zoom,
    x: between(camera.x, KEPT - map.width * camera.zoom, view.width - KEPT),
    y: between(camera.y, KEPT - map.height * camera.zoom, view.height - KEPT),
  };
}

/** The part of the map that is in view. */
export function viewOf(camera: MapCamera, view: Size): Rect {
  return {
    x: -camera.x / camera.zoom,
    y: -camera.y / camera.zoom,
    width: view.width / camera.zoom,
    height: view.height / camera.zoom,
  };
}

/** The point of the map at a point of the screen. */
export function toMap(camera: MapCamera, point: Point): Point {
  return {
    x: (point.x - camera.x) / camera.zoom,
    y: (point.y - camera.y) / camera.zoom,
  };
}

/** What the middle of a view shows, which is the same on a view of another size. */
export function placeOf(camera: MapCamera, view: Size): MapPlace {
  const middle = { x: view.width / 2, y: view.height / 2 };
  return { ...toMap(camera, middle), zoom: camera.zoom };
}

/** Shows a place in the middle. */
export function cameraAt(place: MapPlace, view: Size): MapCamera {
  const zoom = clamp(place.zoom);
  return {
    zoom,
    x: view.width / 2 - place.x * zoom,
    y: view.height / 2 - place.y * zoom,
  };
}

/** A box in the middle. */
export function centerOn(
  camera: MapCamera,
  box: Rect,
  view: Size,
  leastZoom = 0,
): MapCamera {
  return cameraAt(
    {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      zoom: Math.max(camera.zoom, leastZoom),
    },
    view,
  );
}

/** Somewhere on the way from one to another, `part` from 0 to 1. */
export function partWay(
  from: MapCamera,
  to: MapCamera,
  part: number,
): MapCamera {
  const mix = (a: number, b: number) => a + (b - a) * part;
  return {
    zoom: mix(from.zoom, to.zoom),
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
  };
}

function clamp(zoom: number): number {
  return Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom));
}
