import { runInSlices } from '../../../overview/runInSlices';
import { fakeContext } from './__testUtils__/fakeContext';
import { planOf } from './__testUtils__/planOf';
import { OffscreenPainting } from './OffscreenPainting';
import { PaintingWorker } from './createPaintingWorker';
import { PaintingTask } from './paintingMessages';
import { paintInWorker } from './paintInWorker';

const size = { width: 200, height: 100, scale: 2 };

/** A worker that does its work here. */
function inlineWorker(): { worker: PaintingWorker; parcels: number[] } {
  const painting = new OffscreenPainting();
  const parcels: number[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const worker = {
    addEventListener: (type: string, listener: (event: unknown) => void) =>
      listeners.set(type, listener),
    postMessage: async (task: PaintingTask) => {
      if (task.type === 'paint') {
        parcels.push(task.pieces.length);
      }
      const data = await painting.take(JSON.parse(JSON.stringify(task)));
      if (data) {
        listeners.get('message')?.({ data });
      }
    },
    terminate: () => {},
  } as unknown as PaintingWorker;
  return { worker, parcels };
}

function offerCanvas(context: object | null) {
  Object.assign(globalThis, {
    OffscreenCanvas: class {
      getContext() {
        return context && Object.assign(context, { canvas: this });
      }

      async convertToBlob() {
        return new Blob(['png']);
      }
    },
  });
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
});

describe('paintInWorker', () => {
  it('paints everything in its place, a few pieces at a time', async () => {
    const { context, painted } = fakeContext();
    offerCanvas(context);
    const { worker, parcels } = inlineWorker();
    const blob = await runInSlices(paintInWorker(worker, planOf(50), size));
    expect(await blob.text()).toBe('png');
    expect(parcels).toEqual([20, 20, 11]);
    expect(painted).toHaveLength(52);
    expect(painted.slice(0, 3)).toEqual([
      'scale 2',
      expect.stringMatching(/^text around 0 0 at 0,0 /),
      expect.stringMatching(/^text piece 0 0 0 at 5,6 /),
    ]);
  });

  it('says when there is no memory for it', async () => {
    offerCanvas(null);
    const { worker } = inlineWorker();
    await expect(
      runInSlices(paintInWorker(worker, planOf(3), size)),
    ).rejects.toThrow('This browser has no memory for a picture of that size');
  });

  it('says when the worker cannot be loaded', async () => {
    const worker = {
      addEventListener: (type: string, listener: (event: object) => void) => {
        if (type === 'error') {
          setTimeout(() => listener({ message: '' }));
        }
      },
      postMessage: () => {},
    } as unknown as PaintingWorker;
    await expect(
      runInSlices(paintInWorker(worker, planOf(3), size)),
    ).rejects.toThrow('The script could not be loaded');
  });
});
