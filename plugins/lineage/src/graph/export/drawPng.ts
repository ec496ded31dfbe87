import { runInSlices } from '../../overview/runInSlices';
import { createPaintingWorker } from './paint/createPaintingWorker';
import { paintInWorker } from './paint/paintInWorker';
import { paintOnPage } from './paint/paintOnPage';
import { PicturePlan } from './planPicture';
import { PngSize } from './pngSize';

/**
 * Paints a picture as PNG of some size: in a worker where one can paint, else on
 * the page, a little at a time. Browsers only.
 */
export async function drawPng(plan: PicturePlan, size: PngSize): Promise<Blob> {
  const worker = createPaintingWorker();
  if (worker) {
    try {
      return await runInSlices(paintInWorker(worker, plan, size));
    } catch {
      // A policy may keep workers from being loaded. If there is another reason,
      // the page will meet it, too.
    } finally {
      worker.terminate();
    }
  }
  return await runInSlices(paintOnPage(plan, size));
}
