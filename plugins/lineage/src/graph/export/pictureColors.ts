import { decomposeColor, Theme } from '@material-ui/core/styles';

/** Colours of a saved picture: those of the theme, without transparency. */
export interface PictureColors {
  background: string;
  paper: string;
  text: string;
  secondary: string;
  border: string;
  primary: string;
  good: string;
  bad: string;
  busy: string;
  doubtful: string;
}

/**
 * Takes the colours of a theme. Programs that draw SVG do not agree on
 * transparent colours, so they are mixed with what is behind them.
 */
export function pictureColors(theme: Theme): PictureColors {
  const { palette } = theme;
  const { paper } = palette.background;
  const on = (color: string) => opaque(color, paper);
  return {
    background: on(palette.background.default),
    paper: on(paper),
    text: on(palette.text.primary),
    secondary: on(palette.text.secondary),
    border: on(palette.divider),
    primary: on(palette.primary.main),
    good: on(palette.success.main),
    bad: on(palette.error.main),
    busy: on(palette.info.main),
    doubtful: on(palette.warning.main),
  };
}

/** A colour as it looks in front of another one. */
export function opaque(color: string, behind: string): string {
  const front = decomposeColor(color);
  if (!front.type.startsWith('rgb')) {
    return color;
  }
  const [red, green, blue, alpha = 1] = front.values.map(Number);
  const back = decomposeColor(behind).values.map(Number);
  const mixed = [red, green, blue].map((value, index) =>
    Math.round(value * alpha + back[index] * (1 - alpha)),
  );
  return `rgb(${mixed.join(', ')})`;
}
