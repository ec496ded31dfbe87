import { Brush } from '../canvas/MapScene';

/** What was painted: words, and how many boxes and lines of which colour. */
export interface Painted {
  texts: string[];
  boxes: Map<string, number>;
  lines: number;
  /** How many of them are dashed. */
  dashed: number;
  rings: string[];
  /** How often it was waited for. */
  waits: number;
}

/** Pages without canvas have no image data either. */
class ImageDataOf {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.data = new Uint8ClampedArray(4 * width * height);
  }
}

/** A brush that says what it was told to paint. */
export function fakeBrush(): { brush: Brush; painted: Painted } {
  const painted: Painted = {
    texts: [],
    boxes: new Map(),
    lines: 0,
    dashed: 0,
    rings: [],
    waits: 0,
  };
  let rects = 0;
  let dashes: readonly number[] = [];
  const brush = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    font: '',
    globalAlpha: 1,
    textAlign: 'left' as const,
    textBaseline: 'middle' as const,
    beginPath: () => {
      rects = 0;
    },
    closePath() {},
    drawImage() {},
    fill: () => {
      const color = String(brush.fillStyle);
      painted.boxes.set(color, (painted.boxes.get(color) ?? 0) + rects);
    },
    fillRect() {},
    fillText: (text: string) => painted.texts.push(text),
    getImageData: (_x: number, _y: number, width: number, height: number) => {
      painted.waits += 1;
      return new ImageDataOf(width, height);
    },
    lineTo: () => {
      painted.lines += 1;
      painted.dashed += Number(dashes.length > 0);
    },
    measureText: (text: string) => ({ width: text.length * 6 }),
    moveTo() {},
    rect: () => {
      rects += 1;
    },
    setLineDash: (lengths: readonly number[]) => {
      dashes = lengths;
    },
    setTransform() {},
    stroke() {},
    strokeRect: () => painted.rings.push(String(brush.strokeStyle)),
  };
  return { brush: brush as unknown as Brush, painted };
}
