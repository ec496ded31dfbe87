import {
  partWay,
  cameraAt,
  centerOn,
  fitCamera,
  keepInView,
  placeOf,
  toMap,
  viewOf,
  zoomAt,
} from './camera';

const view = { width: 800, height: 600 };

describe('camera of the map', () => {
  it.each([
    [10_000, 4_000],
    [100, 100_000],
    [5, 5],
    [0, 0],
  ])('shows all of %d by %d in the middle', (width, height) => {
    const camera = fitCamera({ width, height }, view);
    expect(camera.zoom).toBeLessThanOrEqual(1);
    const middle = toMap(camera, { x: 400, y: 300 });
    expect(middle.x).toBeCloseTo(width / 2);
    expect(middle.y).toBeCloseTo(height / 2);
    const seen = viewOf(camera, view);
    expect(seen.width).toBeGreaterThanOrEqual(Math.min(width, 80_000));
  });

  it('keeps what the pointer is on where it is while it zooms', () => {
    const before = { x: 13, y: -7, zoom: 0.3 };
    const point = { x: 320, y: 110 };
    const after = zoomAt(before, point, 1.7);
    expect(after.zoom).toBeCloseTo(0.51);
    expect(toMap(after, point).x).toBeCloseTo(toMap(before, point).x);
    expect(toMap(after, point).y).toBeCloseTo(toMap(before, point).y);
  });

  it('looks at the same place on a screen of another size', () => {
    const place = placeOf({ x: -120, y: 45, zoom: 0.4 }, view);
    const larger = { width: 1900, height: 1000 };
    const camera = cameraAt(place, larger);
    const middle = toMap(camera, { x: 950, y: 500 });
    expect(middle.x).toBeCloseTo(place.x);
    expect(middle.y).toBeCloseTo(place.y);
    expect(placeOf(camera, larger).zoom).toBeCloseTo(0.4);
    expect(cameraAt({ ...place, zoom: 1e9 }, larger).zoom).toBe(3);
  });

  it('zooms no further than makes sense', () => {
    const start = { x: 0, y: 0, zoom: 1 };
    const origin = { x: 0, y: 0 };
    expect(zoomAt(start, origin, 1e6).zoom).toBe(3);
    expect(zoomAt(start, origin, 1e-6).zoom).toBe(0.01);
  });

  it('loses no map', () => {
    const map = { width: 1_000, height: 500 };
    for (const [x, y] of [
      [1e6, 1e6],
      [-1e6, -1e6],
      [1e6, -1e6],
    ]) {
      const seen = viewOf(keepInView({ x, y, zoom: 1 }, map, view), view);
      expect(seen.x).toBeLessThan(map.width);
      expect(seen.x + seen.width).toBeGreaterThan(0);
      expect(seen.y).toBeLessThan(map.height);
      expect(seen.y + seen.height).toBeGreaterThan(0);
    }
  });

  it('brings a thing to the middle, near enough', () => {
    const box = { x: 500, y: 50, width: 120, height: 14 };
    const camera = centerOn({ x: 0, y: 0, zoom: 0.1 }, box, view, 0.75);
    expect(camera.zoom).toBe(0.75);
    expect(toMap(camera, { x: 400, y: 300 })).toEqual({ x: 560, y: 57 });
  });

  it('moves from one place to another', () => {
    const from = { x: 0, y: 0, zoom: 1 };
    const to = { x: 10, y: -10, zoom: 2 };
    expect(partWay(from, to, 0)).toEqual(from);
    expect(partWay(from, to, 0.5)).toEqual({ x: 5, y: -5, zoom: 1.5 });
    expect(partWay(from, to, 1)).toEqual(to);
  });
});
