import { nextTurn } from './nextTurn';
import { PictureFile } from './pictureSvg';
import { PngSize } from './pngSize';

/** So much is drawn at once, so that the page can answer meanwhile. */
const STRIP_PIXELS = 2_000_000;

/** Draws an SVG into a PNG of some size, strip by strip. Browsers only. */
export async function drawPng(
  { svg, width, height }: PictureFile,
  size: PngSize,
): Promise<Blob> {
  const image = new Image();
  // The platform's content security policy lets images come from data, and not from blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  // In the memory of the page: each strip is waited for before the next one.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) {
    throw new Error('This browser has no memory for a picture of that size');
  }
  const strip = Math.ceil(STRIP_PIXELS / size.width);
  const unit = height / size.height;
  for (let top = 0; top < size.height; top += strip) {
    const high = Math.min(strip, size.height - top);
    context.drawImage(
      image,
      0,
      top * unit,
      width,
      high * unit,
      0,
      top,
      size.width,
      high,
    );
    context.getImageData(0, top, 1, 1);
    await nextTurn();
  }
  return await new Promise((resolve, reject) =>
    canvas.toBlob(
      blob =>
        blob
          ? resolve(blob)
          : reject(new Error('This browser cannot make a PNG of that size')),
      'image/png',
    ),
  );
}
