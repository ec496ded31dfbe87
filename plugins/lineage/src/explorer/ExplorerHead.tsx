import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import Refresh from '@material-ui/icons/Refresh';
import { lineageTranslationRef } from '../translation';
import { TextButton } from '../pieces/TextButton';
import { AsOfField } from '../asOf/AsOfField';
import { EnvironmentChoice } from './EnvironmentChoice';
import { ReceivedNote } from './ReceivedNote';
import { Exploration } from './useExploration';
import { ViewKind } from './view';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    paddingRight: theme.spacing(1),
  },
  tab: { minWidth: theme.spacing(12) },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    // Rather a line more than words below each other.
    flex: '1 1 auto',
    gap: theme.spacing(0, 2),
  },
  controls: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    paddingLeft: theme.spacing(1),
  },
}));

/** Picture, table or fields, of which environment and time, how much of it there is, and reading it again. */
export function ExplorerHead(props: { exploration: Exploration }) {
  const { view, change, graph, asOf, parts, temporary } = props.exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { data } = graph;
  const root = data?.nodes.find(({ id }) => id === data.root);
  // An address may ask for it anyway.
  const isFields = view.as === 'fields';
  const isOfGraph = !isFields && view.as !== 'map';
  const hasFields = root?.kind !== 'job' || isFields;
  return (
    <div className={classes.root}>
      <Tabs
        value={view.as}
        indicatorColor="primary"
        textColor="primary"
        aria-label={t('explorer.views')}
        onChange={(_, as: ViewKind) => change({ as })}
      >
        <Tab
          className={classes.tab}
          value="graph"
          label={t('explorer.graph')}
        />
        <Tab
          className={classes.tab}
          value="table"
          label={t('explorer.table')}
        />
        <Tab className={classes.tab} value="map" label={t('explorer.map')} />
        {hasFields && (
          <Tab
            className={classes.tab}
            value="fields"
            label={t('explorer.fields')}
          />
        )}
      </Tabs>
      <div className={classes.counts}>
        {data && isOfGraph && (
          <Typography variant="body2" color="textSecondary">
            {t('explorer.counts', {
              things: t('explorer.things', { count: data.nodes.length }),
              connections: t('explorer.connections', {
                count: data.edges.length,
              }),
            })}
          </Typography>
        )}
        {isOfGraph && temporary.count > 0 && (
          <Typography variant="body2">
            <TextButton onClick={() => change({ temporary: !temporary.shown })}>
              {t(
                temporary.shown
                  ? 'explorer.hideTemporary'
                  : 'explorer.showTemporary',
                { count: temporary.count },
              )}
            </TextButton>
          </Typography>
        )}
        {isOfGraph && parts.list.length > 0 && (
          <Typography variant="body2">
            <TextButton onClick={parts.clear}>
              {t('explorer.asAtFirst')}
            </TextButton>
          </Typography>
        )}
      </div>
      <div className={classes.controls}>
        {/* What is known of fields is of all environments, and of now. */}
        {!isFields && (
          <>
            <EnvironmentChoice exploration={props.exploration} />
            <AsOfField asOf={asOf} change={change} />
          </>
        )}
        <ReceivedNote readAt={graph.readAt} />
        <Tooltip title={t('explorer.reload')}>
          <span>
            <IconButton
              size="small"
              aria-label={t('explorer.reload')}
              disabled={graph.loading}
              onClick={graph.reload}
            >
              <Refresh fontSize="small" />
            </IconButton>
          </span>
        </Tooltip>
      </div>
    </div>
  );
}
