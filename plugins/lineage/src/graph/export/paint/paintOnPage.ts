import { PngSize } from '../pngSize';
import { PicturePlan } from '../planPicture';
import { paintElement } from './paintElement';
import { piecesInPlace } from './piecesInPlace';

/** Paints a picture where no worker can. Pauses after each piece. */
export function* paintOnPage(
  plan: PicturePlan,
  size: PngSize,
): Generator<void, Promise<Blob>> {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  // In the memory of the page: what was painted is not left for the end.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) {
    throw new Error('This browser has no memory for a picture of that size');
  }
  context.scale(size.scale, size.scale);
  for (const piece of piecesInPlace(plan)) {
    paintElement(context, piece, plan.fontFamily);
    yield;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      blob =>
        blob
          ? resolve(blob)
          : reject(new Error('This browser cannot make a PNG of that size')),
      'image/png',
    );
  });
}
