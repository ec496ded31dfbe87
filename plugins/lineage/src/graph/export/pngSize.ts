/** Browsers draw nothing at all on larger canvases. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 64_000_000;
/** Pixels per unit of the picture, so that small text is crisp. */
const SHARP = 2;

/** How large an image of a picture is made. */
export interface PngSize {
  width: number;
  height: number;
  /** Pixels per unit of the picture; less than 1 is smaller than it was drawn. */
  scale: number;
}

/** As sharp as it may be within the bounds. */
export function pngSize(picture: { width: number; height: number }): PngSize {
  const { width, height } = picture;
  const scale = Math.min(
    SHARP,
    MOST_SIDE / width,
    MOST_SIDE / height,
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
  return {
    scale,
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  };
}
