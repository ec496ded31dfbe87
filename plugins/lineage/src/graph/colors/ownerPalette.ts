import {
  decomposeColor,
  getContrastRatio,
  hslToRgb,
  Theme,
} from '@material-ui/core/styles';

/** So many colours can be told apart; further owners share one, and have their names. */
export const PALETTE_SIZE = 12;

/** What graphics need to stand out against what is behind them (WCAG 1.4.11). */
const CONTRAST = 3;

/** Spreads any number of hues so that neighbours differ. */
const GOLDEN_ANGLE = 137.5;

/**
 * Colours for owners in a theme: hues spread from its primary colour, each as
 * light or dark as it takes to stand out against the theme's surfaces.
 */
export function ownerPalette(theme: Theme): string[] {
  const start = hueOf(theme.palette.primary.main);
  return Array.from({ length: PALETTE_SIZE }, (_, index) => {
    const hue = Math.round(start + index * GOLDEN_ANGLE) % 360;
    const saturation = index % 2 === 0 ? 65 : 45;
    return standingOut(theme, hue, saturation);
  });
}

function standingOut(theme: Theme, hue: number, saturation: number): string {
  const { background, type } = theme.palette;
  const step = type === 'dark' ? 2 : -2;
  let lightness = 50;
  const color = () => hslToRgb(`hsl(${hue}, ${saturation}%, ${lightness}%)`);
  const isFaint = () =>
    [background.paper, background.default].some(
      surface => getContrastRatio(color(), surface) < CONTRAST,
    );
  while (isFaint() && lightness > 0 && lightness < 100) {
    lightness += step;
  }
  return color();
}

function hueOf(color: string): number {
  const [red, green, blue] = decomposeColor(color).values.map(Number);
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread === 0) {
    return 210; // a grey theme has no hue of its own
  }
  if (most === red) {
    return ((60 * (green - blue)) / spread + 360) % 360;
  }
  return most === green
    ? 120 + (60 * (blue - red)) / spread
    : 240 + (60 * (red - green)) / spread;
}
