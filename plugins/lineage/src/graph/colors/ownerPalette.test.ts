import { createTheme, getContrastRatio, Theme } from '@material-ui/core/styles';
import { ownerPalette, PALETTE_SIZE } from './ownerPalette';

const themes: [string, Theme][] = [
  ['light', createTheme({ palette: { type: 'light' } })],
  ['dark', createTheme({ palette: { type: 'dark' } })],
  [
    'grey',
    createTheme({
      palette: { type: 'dark', primary: { main: 'rgb(120, 120, 120)' } },
    }),
  ],
  [
    'loud',
    createTheme({
      palette: {
        primary: { main: '#ff0000' },
        background: { paper: '#ffe08a', default: '#ffd24d' },
      },
    }),
  ],
];

describe.each(themes)('ownerPalette in a %s theme', (_, theme) => {
  const palette = ownerPalette(theme);

  it('stands out against what is behind it', () => {
    for (const color of palette) {
      for (const surface of [
        theme.palette.background.paper,
        theme.palette.background.default,
      ]) {
        expect(getContrastRatio(color, surface)).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('has no colour twice', () => {
    expect(new Set(palette).size).toBe(PALETTE_SIZE);
  });
});
