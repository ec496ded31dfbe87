import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RefObject, useCallback, useMemo, useState } from 'react';
import { GoToRoot } from '../explorer/GoToRoot';
import { isSamePlace } from '../explorer/mapPlace';
import { Exploration } from '../explorer/useExploration';
import { EdgeLegend } from '../rail/EdgeLegend';
import { lineageTranslationRef } from '../translation';
import { MapCanvas } from './canvas/MapCanvas';
import { MapLegend } from './MapLegend';
import { MapNotes } from './MapNotes';
import { MapSearch } from './MapSearch';
import { MapSelection } from './MapSelection';
import { MapSummary, MOST_LISTED } from './MapSummary';
import { MapPlan } from './model/MapPlan';
import { useMapColors } from './useMapColors';
import { useMapNames } from './useMapNames';
import { useMapScene } from './useMapScene';
import { useMapSearch } from './useMapSearch';
import { useMapSelection } from './useMapSelection';

const NONE: readonly number[] = [];

const useStyles = makeStyles(theme => ({
  root: {
    height: '100%',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 300px',
    [theme.breakpoints.down('sm')]: {
      height: 'auto',
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  main: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0, 1),
  },
  notes: { padding: theme.spacing(0, 1) },
  picture: { position: 'relative', flex: 1, minHeight: 300 },
  beside: {
    overflow: 'auto',
    padding: theme.spacing(1, 2),
    borderLeft: `1px solid ${theme.palette.divider}`,
  },
}));

/** The map, with what is chosen on it, what its colours mean, and the same in words beside it. */
export function MapPage(props: {
  plan: MapPlan;
  limit: number;
  exploration: Exploration;
  title: string;
  onRoot: GoToRoot;
  searchField: RefObject<HTMLInputElement>;
}) {
  const { plan, limit, exploration, title, onRoot } = props;
  const { view, change } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { overview } = plan;
  const [inView, setInView] = useState(NONE);
  const [target, setTarget] = useState<{ node: number }>();
  const [selected, select] = useMapSelection(plan, {
    selected: view.selected,
    change,
  });
  const wanted = useMemo(
    () => [
      ...(selected === undefined ? [] : [selected]),
      ...overview.nodes.slice(0, MOST_LISTED).keys(),
      ...inView,
    ],
    [overview, selected, inView],
  );
  const names = useMapNames(plan, wanted);
  const { known } = names;
  const paints = useMapColors(plan, view.colors, names);
  const scene = useMapScene(plan, paints, known);
  const search = useMapSearch(plan, known, node => {
    select(node);
    setTarget({ node });
  });
  const open = useCallback(
    (node: number) => {
      const { id } = overview.nodes[node];
      if (id === overview.root) {
        change({ as: 'graph', selected: undefined });
      } else {
        onRoot(id);
      }
    },
    [overview, change, onRoot],
  );
  return (
    <div className={classes.root}>
      <div className={classes.main}>
        <div className={classes.head}>
          <MapSearch search={search} field={props.searchField} />
          <Typography variant="body2" color="textSecondary">
            {t('explorer.counts', {
              things: t('explorer.things', { count: overview.nodes.length }),
              connections: t('explorer.connections', {
                count: overview.edges.length,
              }),
            })}
          </Typography>
        </div>
        <div className={classes.notes}>
          <MapNotes
            overview={overview}
            limit={limit}
            onMore={() => change({ all: true })}
            namesError={names.error}
            onRetryNames={names.reload}
          />
        </div>
        <div className={classes.picture}>
          <MapCanvas
            scene={scene}
            label={t('map.title', { title })}
            selected={selected}
            found={search.hits}
            target={target}
            onSelect={select}
            onOpen={open}
            place={view.place}
            onRest={(nodes, place) => {
              setInView(nodes);
              if (!isSamePlace(place, view.place)) {
                change({ place });
              }
            }}
          />
        </div>
      </div>
      <aside className={classes.beside} aria-label={t('map.beside')}>
        <MapSelection
          node={selected === undefined ? undefined : overview.nodes[selected]}
          kind={selected === undefined ? undefined : plan.kinds[selected]}
          isRoot={selected === plan.root}
          known={known}
          onOpen={() => selected !== undefined && open(selected)}
        />
        <MapLegend
          plan={plan}
          colorBy={view.colors}
          onColorBy={colors => change({ colors })}
          paints={paints}
          names={names}
        />
        <EdgeLegend hasParallel={false} />
        <MapSummary
          plan={plan}
          known={known}
          environment={view.environment}
          asOf={view.asOf}
        />
      </aside>
    </div>
  );
}
