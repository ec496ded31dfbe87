/** What the reader looks at on the map, on a screen of any size. */
export interface MapPlace {
  /** The point of the map in the middle. */
  x: number;
  y: number;
  /** Pixels of the screen for one of the map. */
  zoom: number;
}

/** Reads a place from an address. What makes no sense is no place. */
export function readPlace(text: string | null): MapPlace | undefined {
  const numbers = text?.split(',').map(part => (part ? Number(part) : NaN));
  if (numbers?.length !== 3 || !numbers.every(Number.isFinite)) {
    return undefined;
  }
  const [x, y, zoom] = numbers;
  return zoom > 0 ? { x, y, zoom } : undefined;
}

/** No more exactly than it is seen. */
export function writePlace({ x, y, zoom }: MapPlace): string {
  return [Math.round(x), Math.round(y), Number(zoom.toPrecision(3))].join();
}

/** Whether both would stand in the address alike. */
export function isSamePlace(
  left: MapPlace | undefined,
  right: MapPlace | undefined,
): boolean {
  return (left && writePlace(left)) === (right && writePlace(right));
}
