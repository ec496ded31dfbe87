import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { memo, useMemo } from 'react';
import { useKindText } from '../names/useKindText';
import { lineagePath } from '../page/lineagePath';
import { PanelSection } from '../pieces/PanelSection';
import { rootRouteRef } from '../routes';
import { lineageTranslationRef } from '../translation';
import { KnownThing, nameOnMap } from './model/MapNames';
import { MapPlan } from './model/MapPlan';
import { summaryOf } from './model/summaryOf';
import { useDistanceText } from './useDistanceText';

/** So many are listed by name. */
export const MOST_LISTED = 100;

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: theme.typography.body2.fontSize,
    '& th, & td': {
      padding: theme.spacing(0.25, 1, 0.25, 0),
      textAlign: 'left',
      fontWeight: 'inherit',
      verticalAlign: 'top',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& thead th, & tfoot': { fontWeight: 600 },
  },
  list: {
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(4),
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
  kind: { color: theme.palette.text.secondary },
}));

/** The map in words: how much there is how far away, and what is nearest by name. */
export const MapSummary = memo(function Summary(props: {
  plan: MapPlan;
  known: ReadonlyMap<string, KnownThing>;
  environment?: string;
  asOf?: string;
}) {
  const { plan, known, environment, asOf } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const page = useRouteRef(rootRouteRef);
  const kindText = useKindText();
  const distanceText = useDistanceText();
  const classes = useStyles();
  const { nodes } = plan.overview;
  const rows = useMemo(() => summaryOf(plan), [plan]);
  const listed = nodes.slice(0, MOST_LISTED);
  return (
    <>
      <PanelSection title={t('map.summary')}>
        <table className={classes.table} aria-label={t('map.summary')}>
          <thead>
            <tr>
              <th scope="col">{t('map.distance')}</th>
              <th scope="col">{t('map.kind')}</th>
              <th scope="col" style={{ textAlign: 'right' }}>
                {t('map.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ distance, kind, count }) => (
              <tr key={`${distance} ${kind}`}>
                <th scope="row">{distanceText(distance)}</th>
                <td>{kindText(kind)}</td>
                <td style={{ textAlign: 'right' }}>{count}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('map.total')}
              </th>
              <td style={{ textAlign: 'right' }}>{nodes.length}</td>
            </tr>
          </tfoot>
        </table>
      </PanelSection>
      <PanelSection title={t('map.names', { amount: String(listed.length) })}>
        <ol className={classes.list}>
          {listed.map((node, place) => (
            <li key={node.id}>
              <Link to={lineagePath(page(), node.id, { environment, asOf })}>
                {nameOnMap(node, known)}
              </Link>{' '}
              <span className={classes.kind}>
                {kindText(plan.kinds[place])}
              </span>
            </li>
          ))}
        </ol>
      </PanelSection>
    </>
  );
});
