import { PngSize } from '../pngSize';
import { PictureElement } from '../xml';

/** What a worker that paints is told, in this order, of one picture. */
export type PaintingTask =
  | { type: 'start'; size: PngSize; fontFamily: string }
  | { type: 'paint'; pieces: PictureElement[] }
  | { type: 'finish' };

/** What it answers once. */
export type PaintingAnswer = { blob: Blob } | { error: string };
