import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useTheme } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { lineageTranslationRef } from '../translation';
import { opaque } from '../graph/export/pictureColors';
import { MapScene } from './canvas/MapScene';
import { KnownThing, nameOnMap } from './model/MapNames';
import { MapPlan } from './model/MapPlan';
import { MapPaints } from './useMapColors';

/** What is painted of the map, in the colours of the theme. */
export function useMapScene(
  plan: MapPlan,
  paints: MapPaints,
  known: ReadonlyMap<string, KnownThing>,
): MapScene {
  const theme = useTheme();
  const { t } = useTranslationRef(lineageTranslationRef);
  return useMemo(() => {
    const { background, text, primary, warning } = theme.palette;
    const on = (color: string) => opaque(color, background.default);
    return {
      plan,
      colors: {
        background: on(background.default),
        paper: on(background.paper),
        text: on(text.primary),
        line: on(text.secondary),
        selected: on(primary.main),
        found: on(warning.main),
      },
      fontFamily: theme.typography.fontFamily ?? 'sans-serif',
      colorOf: paints.colorOf,
      titleOf: node => nameOnMap(plan.overview.nodes[node], known),
      columnText: distance => {
        if (distance === 0) {
          return t('map.columns.root');
        }
        return t(`map.columns.${distance < 0 ? 'upstream' : 'downstream'}`, {
          amount: String(Math.abs(distance)),
        });
      },
    };
  }, [plan, paints, known, theme, t]);
}
