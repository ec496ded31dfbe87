import { PictureElement } from '../xml';
import { PngSize } from '../pngSize';
import { PicturePlan } from '../planPicture';
import { PaintingWorker } from './createPaintingWorker';
import { PaintingAnswer, PaintingTask } from './paintingMessages';
import { piecesInPlace } from './piecesInPlace';

/** So many pieces are sent at once. */
const PARCEL = 20;

/**
 * Has a worker paint a picture. Pauses after each piece, so that the page can
 * answer meanwhile; the promise that it comes to an end with is that of
 * the PNG.
 */
export function* paintInWorker(
  worker: PaintingWorker,
  plan: PicturePlan,
  size: PngSize,
): Generator<void, Promise<Blob>> {
  const blob = answerOf(worker);
  // Whoever stops half-way hears of a worker that fails from nobody else.
  blob.catch(() => {});
  const send = (task: PaintingTask) => worker.postMessage(task);
  send({ type: 'start', size, fontFamily: plan.fontFamily });
  let pieces: PictureElement[] = [];
  for (const piece of piecesInPlace(plan)) {
    pieces.push(piece);
    if (pieces.length === PARCEL) {
      send({ type: 'paint', pieces });
      pieces = [];
    }
    yield;
  }
  send({ type: 'paint', pieces });
  send({ type: 'finish' });
  return blob;
}

function answerOf(worker: PaintingWorker): Promise<Blob> {
  return new Promise((resolve, reject) => {
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<PaintingAnswer>) =>
        'blob' in data ? resolve(data.blob) : reject(new Error(data.error)),
    );
    worker.addEventListener('error', ({ message }: ErrorEvent) =>
      reject(new Error(message || 'The script could not be loaded')),
    );
  });
}
