import { useTheme } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { ownerPalette } from '../graph/colors/ownerPalette';
import { useOwnerColors } from '../graph/colors/useOwnerColors';
import { opaque } from '../graph/export/pictureColors';
import { MapColors } from '../explorer/view';
import { JOB, KNOWN_KINDS } from '../graph/model/kindWord';
import { isOwnerUnknown } from './model/MapNames';
import { MapPlan } from './model/MapPlan';
import { MapNames } from './useMapNames';

/** Colours on the map. */
export interface MapPaints {
  /** Of a thing, by its place. */
  colorOf(node: number): string;
  ofKind(kind: string): string;
  ofOwner(owner: string | undefined): string;
  /** Of data of which nobody was asked yet whose it is. */
  ofUnknown: string;
}

/** Colours by kind or by owner, as the graph has them: jobs step back either way. */
export function useMapColors(
  plan: MapPlan | undefined,
  colorBy: MapColors,
  { known, owners }: MapNames,
): MapPaints {
  const theme = useTheme();
  const ownerColor = useOwnerColors(owners);
  return useMemo(() => {
    const { text, background, divider } = theme.palette;
    const palette = ownerPalette(theme);
    const jobs = opaque(text.disabled, background.default);
    const others = opaque(text.secondary, background.default);
    const places = KNOWN_KINDS.filter(kind => kind !== JOB);
    const ofKind = (kind: string) =>
      kind === JOB ? jobs : (palette[places.indexOf(kind)] ?? others);
    const mixed = new Map<string | undefined, string>();
    const ofOwner = (owner: string | undefined) => {
      const color =
        mixed.get(owner) ?? opaque(ownerColor(owner), background.default);
      mixed.set(owner, color);
      return color;
    };
    const ofUnknown = opaque(divider, background.default);
    return {
      ofKind,
      ofUnknown,
      ofOwner,
      colorOf: node => {
        const kind = plan?.kinds[node] ?? '';
        const thing = plan?.overview.nodes[node];
        if (kind === JOB || colorBy === 'kind' || !thing) {
          return ofKind(kind);
        }
        return isOwnerUnknown(thing, known)
          ? ofUnknown
          : ofOwner(known.get(thing.id)?.owner);
      },
    };
  }, [theme, plan, colorBy, known, ownerColor]);
}
