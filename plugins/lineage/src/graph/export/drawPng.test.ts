import { drawPng } from './drawPng';
import { fakeContext } from './paint/__testUtils__/fakeContext';
import { planOf } from './paint/__testUtils__/planOf';

const size = { width: 200, height: 100, scale: 2 };

/** What pages of tests do not have. */
function offerCanvas() {
  const { context, painted } = fakeContext();
  jest
    .spyOn(HTMLCanvasElement.prototype, 'getContext')
    .mockReturnValue(context as CanvasRenderingContext2D);
  const toBlob = jest
    .spyOn(HTMLCanvasElement.prototype, 'toBlob')
    .mockImplementation(callback => callback(new Blob(['png'])));
  return { painted, toBlob };
}

afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
  Reflect.deleteProperty(globalThis, 'Worker');
});

describe('drawPng', () => {
  it('paints on the page where workers cannot paint', async () => {
    const { painted } = offerCanvas();
    const blob = await drawPng(planOf(2), size);
    expect(await blob.text()).toBe('png');
    expect(painted).toEqual([
      'scale 2',
      expect.stringMatching(/^text around /),
      expect.stringMatching(/^text piece 0 .* at 5,6 /),
      expect.stringMatching(/^text piece 1 .* at 5,6 /),
    ]);
  });

  it('paints on the page where a worker cannot be loaded', async () => {
    const { painted } = offerCanvas();
    const terminate = jest.fn();
    Object.assign(globalThis, {
      OffscreenCanvas: class {},
      Worker: class {
        terminate = terminate;

        postMessage() {}

        addEventListener(type: string, listener: (event: object) => void) {
          if (type === 'error') {
            setTimeout(() => listener({ message: 'blocked' }));
          }
        }
      },
    });
    await drawPng(planOf(1), size);
    expect(painted).toHaveLength(3);
    expect(terminate).toHaveBeenCalledTimes(1);
  });

  it('says when a picture is too large to be made', async () => {
    const { toBlob } = offerCanvas();
    toBlob.mockImplementation(callback => callback(null));
    await expect(drawPng(planOf(1), size)).rejects.toThrow(
      'This browser cannot make a PNG of that size',
    );
  });
});
