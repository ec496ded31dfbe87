import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { MapColors } from '../explorer/view';
import { manyOfKind } from '../names/useKindText';
import { ChoiceField } from '../pieces/ChoiceField';
import { PanelSection } from '../pieces/PanelSection';
import { lineageTranslationRef } from '../translation';
import { MapPlan } from './model/MapPlan';
import { countOwners } from './model/MapNames';
import { countKinds } from './model/summaryOf';
import { MapPaints } from './useMapColors';
import { MapNames, MOST_NAMED } from './useMapNames';

const COLORS: readonly MapColors[] = ['kind', 'owner'];
const MOST_OWNERS = 14;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(0.5, 0, 0), padding: 0 },
  item: {
    display: 'flex',
    gap: theme.spacing(0.75),
    alignItems: 'baseline',
    fontSize: theme.typography.body2.fontSize,
  },
  swatch: { flex: 'none', width: 10, height: 10 },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  count: { flex: 'none', color: theme.palette.text.secondary },
}));

/** What the colours of the map mean, and the choice of that. */
export function MapLegend(props: {
  plan: MapPlan;
  colorBy: MapColors;
  onColorBy: (colorBy: MapColors) => void;
  paints: MapPaints;
  names: MapNames;
}) {
  const { plan, colorBy, onColorBy, paints, names } = props;
  const { known } = names;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const rows = useMemo(() => {
    if (colorBy === 'kind') {
      return countKinds(plan.kinds).map(({ kind, count }) => ({
        key: kind,
        color: paints.ofKind(kind),
        name: manyOfKind(kind, t),
        count,
      }));
    }
    const { owners, unknown } = countOwners(plan.overview.nodes, known);
    const rest = {
      key: 'unknown',
      color: paints.ofUnknown,
      name: t('map.unknownOwner'),
      count: unknown,
    };
    return [
      ...owners.slice(0, MOST_OWNERS).map(({ owner, name, count }) => ({
        key: owner ?? '',
        color: paints.ofOwner(owner),
        name: name ?? t('owner.none'),
        count,
      })),
      ...(unknown > 0 ? [rest] : []),
    ];
  }, [plan, colorBy, paints, known, t]);
  return (
    <PanelSection title={t('map.colorBy')}>
      <ChoiceField
        label={t('map.colorBy')}
        value={colorBy}
        choices={COLORS.map(value => ({
          value,
          label: t(`map.colors.${value}`),
        }))}
        onChange={value =>
          onColorBy(COLORS.find(choice => choice === value) ?? 'kind')
        }
      />
      <ul className={classes.list}>
        {rows.map(({ key, color, name, count }) => (
          <li key={key} className={classes.item}>
            <span
              className={classes.swatch}
              style={{ backgroundColor: color }}
            />
            <span className={classes.name}>{name}</span>
            <span className={classes.count}>{count}</span>
          </li>
        ))}
      </ul>
      {colorBy === 'owner' && (
        <Typography variant="caption" color="textSecondary">
          {t('map.ownersOf', { amount: String(MOST_NAMED) })}
        </Typography>
      )}
    </PanelSection>
  );
}
