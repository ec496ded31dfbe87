import { runInSlices } from '../runInSlices';
import { MapCamera, Size } from './camera';
import { Brush, MapMarks, MapScene, NO_MARKS } from './MapScene';
import { paintMarks } from './paintMarks';
import { paintScene } from './paintScene';

/** Sharper than that nobody sees, and it takes memory. */
const MOST_RATIO = 2;

/** A scene that has been painted, and from where. */
interface Sheet {
  canvas: HTMLCanvasElement;
  brush: Brush;
  camera: MapCamera;
  size: Size;
}

/**
 * Paints the map on one canvas. The scene is painted on a sheet beside it, a
 * little at a time; while the map moves the last sheet moves with it, and is
 * painted anew once it is of another place or of something else.
 */
export class MapPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #brush: Brush;
  readonly #onError: (error: unknown) => void;
  #size: Size = { width: 0, height: 0 };
  #ratio = 1;
  #scene: MapScene | undefined;
  #camera: MapCamera | undefined;
  #marks: MapMarks = NO_MARKS;
  #sheet: Sheet | undefined;
  #spare: HTMLCanvasElement | undefined;
  #painting: AbortController | undefined;
  /** What is being painted is of the past already. */
  #late = false;
  #frame: number | undefined;

  /** Undefined where there is nothing to draw with. */
  static on(
    canvas: HTMLCanvasElement,
    options: { onError: (error: unknown) => void },
  ): MapPainter | undefined {
    const brush = canvas.getContext('2d', { alpha: false });
    return brush ? new MapPainter(canvas, brush, options.onError) : undefined;
  }

  private constructor(
    canvas: HTMLCanvasElement,
    brush: Brush,
    onError: (error: unknown) => void,
  ) {
    this.#canvas = canvas;
    this.#brush = brush;
    this.#onError = onError;
  }

  resize(size: Size, ratio: number): void {
    this.#size = size;
    this.#ratio = Math.min(MOST_RATIO, Math.max(1, ratio));
    this.#canvas.width = Math.round(size.width * this.#ratio);
    this.#canvas.height = Math.round(size.height * this.#ratio);
    // Who resizes is in the middle of a frame, and would see an empty one.
    this.#paint();
    this.#restart();
  }

  show(scene: MapScene): void {
    if (this.#scene?.plan !== scene.plan) {
      this.#sheet = undefined;
    }
    this.#scene = scene;
    this.#restart();
    this.#schedule();
  }

  look(camera: MapCamera): void {
    this.#camera = camera;
    this.#paintScene();
    this.#schedule();
  }

  mark(marks: MapMarks): void {
    this.#marks = marks;
    this.#schedule();
  }

  stop(): void {
    this.#painting?.abort();
    this.#painting = undefined;
    if (this.#frame !== undefined) {
      cancelAnimationFrame(this.#frame);
    }
    this.#frame = undefined;
  }

  #schedule(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#paint();
    });
  }

  /** The sheet, moved to where the map is now, and the marks above it. */
  #paint(): void {
    const [brush, scene, camera] = [this.#brush, this.#scene, this.#camera];
    const sheet = this.#sheet;
    const [size, ratio] = [this.#size, this.#ratio];
    if (!scene || !camera) {
      return;
    }
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    brush.globalAlpha = 1;
    brush.fillStyle = scene.colors.background;
    brush.fillRect(0, 0, size.width, size.height);
    if (sheet) {
      const by = camera.zoom / sheet.camera.zoom;
      brush.drawImage(
        sheet.canvas,
        camera.x - sheet.camera.x * by,
        camera.y - sheet.camera.y * by,
        sheet.size.width * by,
        sheet.size.height * by,
      );
    }
    paintMarks(brush, scene, this.#marks, { camera, size, ratio });
  }

  #restart(): void {
    this.#painting?.abort();
    this.#painting = undefined;
    this.#paintScene();
  }

  /** While the map moves each sheet is finished, or there would be none until it stands still. */
  #paintScene(): void {
    const [scene, camera, size] = [this.#scene, this.#camera, this.#size];
    if (!scene || !camera || size.width === 0 || size.height === 0) {
      return;
    }
    if (this.#painting) {
      this.#late = true;
      return;
    }
    const sheet = this.#newSheet(camera, size);
    if (!sheet) {
      return;
    }
    const painting = new AbortController();
    this.#painting = painting;
    this.#late = false;
    const { signal } = painting;
    const ratio = this.#ratio;
    const work = paintScene(sheet.brush, scene, { camera, size, ratio });
    runInSlices(work, { signal }).then(
      () => this.#finish(sheet),
      error => {
        if (!signal.aborted) {
          this.#onError(error);
        }
      },
    );
  }

  #finish(sheet: Sheet): void {
    this.#spare = this.#sheet?.canvas;
    this.#sheet = sheet;
    this.#painting = undefined;
    if (this.#late) {
      this.#paintScene();
    }
    this.#schedule();
  }

  #newSheet(camera: MapCamera, size: Size): Sheet | undefined {
    const canvas = this.#spare ?? document.createElement('canvas');
    this.#spare = canvas;
    canvas.width = this.#canvas.width;
    canvas.height = this.#canvas.height;
    // In the memory of the page: it is painted in parts, each of which is waited for.
    const brush = canvas.getContext('2d', {
      alpha: false,
      willReadFrequently: true,
    });
    return brush ? { canvas, brush, camera, size } : undefined;
  }
}
