/**
 * The web worker that paints pictures to be saved. It is an entry of the package,
 * so that the bundler of an app can make a file of its own of it; nothing imports
 * it.
 *
 * @packageDocumentation
 */
import { OffscreenPainting } from './graph/export/paint/OffscreenPainting';
import {
  PaintingAnswer,
  PaintingTask,
} from './graph/export/paint/paintingMessages';

const painting = new OffscreenPainting();

addEventListener('message', async ({ data }: MessageEvent<PaintingTask>) => {
  const answer: PaintingAnswer | undefined = await painting.take(data);
  if (answer) {
    postMessage(answer);
  }
});
