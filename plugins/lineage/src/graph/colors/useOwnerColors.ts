import { useTheme } from '@material-ui/core/styles';
import { useMemo, useRef } from 'react';
import { ownerPalette, PALETTE_SIZE } from './ownerPalette';

/** Gives the colour of an owner by entity ref; that of nobody without one. */
export type OwnerColors = (owner: string | undefined) => string;

/**
 * Colours of owners, in the order in which they are first seen. An owner keeps
 * its colour while the page is open, whatever comes into the graph later.
 */
export function useOwnerColors(owners: readonly string[]): OwnerColors {
  const theme = useTheme();
  const places = useRef(new Map<string, number>());
  return useMemo(() => {
    const palette = ownerPalette(theme);
    owners.forEach(owner => {
      if (!places.current.has(owner)) {
        places.current.set(owner, places.current.size);
      }
    });
    return owner => {
      const place = owner === undefined ? undefined : places.current.get(owner);
      return place === undefined || place >= PALETTE_SIZE
        ? theme.palette.text.secondary
        : palette[place];
    };
  }, [owners, theme]);
}
