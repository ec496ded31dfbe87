import { paintElement } from './paintElement';
import { PictureElement } from '../xml';
import { PaintingAnswer, PaintingTask } from './paintingMessages';

/** A picture that a worker paints. Answers at the end, or when it cannot go on. */
export class OffscreenPainting {
  #context: OffscreenCanvasRenderingContext2D | undefined;
  #fontFamily = 'sans-serif';

  async take(task: PaintingTask): Promise<PaintingAnswer | undefined> {
    try {
      switch (task.type) {
        case 'start':
          this.#start(task);
          return undefined;
        case 'paint':
          this.#paint(task.pieces);
          return undefined;
        default:
          // What could not be started has been answered.
          return (
            this.#context && {
              blob: await this.#context.canvas.convertToBlob({
                type: 'image/png',
              }),
            }
          );
      }
    } catch (error) {
      return { error: String(error) };
    }
  }

  #start({ size, fontFamily }: PaintingTask & { type: 'start' }): void {
    const canvas = new OffscreenCanvas(size.width, size.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) {
      throw new Error('This browser has no memory for a picture of that size');
    }
    context.scale(size.scale, size.scale);
    this.#context = context;
    this.#fontFamily = fontFamily;
  }

  #paint(pieces: readonly PictureElement[]): void {
    const context = this.#context;
    if (context) {
      pieces.forEach(piece => paintElement(context, piece, this.#fontFamily));
    }
  }
}
