import { createTheme } from '@material-ui/core/styles';
import { opaque, pictureColors } from './pictureColors';

describe('pictureColors', () => {
  it.each(['light', 'dark'] as const)(
    'has no transparent colour in the %s theme',
    type => {
      Object.values(pictureColors(createTheme({ palette: { type } }))).forEach(
        color => expect(color).toMatch(/^rgb\(\d+, \d+, \d+\)$/),
      );
    },
  );

  it('looks as it does in front of what is behind it', () => {
    expect(opaque('rgba(0, 0, 0, 0.5)', '#fff')).toBe('rgb(128, 128, 128)');
    expect(opaque('#102030', '#fff')).toBe('rgb(16, 32, 48)');
  });
});
