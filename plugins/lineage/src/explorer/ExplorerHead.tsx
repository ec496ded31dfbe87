import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import Refresh from '@material-ui/icons/Refresh';
import { lineageTranslationRef } from '../translation';
import { EnvironmentChoice } from './EnvironmentChoice';
import { ReceivedNote } from './ReceivedNote';
import { Exploration } from './useExploration';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    paddingRight: theme.spacing(1),
  },
  tab: { minWidth: theme.spacing(12) },
  counts: { flex: 1 },
}));

/** Picture or table, of which environment, how much of it there is, and reading it again. */
export function ExplorerHead(props: { exploration: Exploration }) {
  const { view, change, graph } = props.exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { data } = graph;
  return (
    <div className={classes.root}>
      <Tabs
        value={view.as}
        indicatorColor="primary"
        textColor="primary"
        aria-label={t('explorer.views')}
        onChange={(_, as: 'graph' | 'table') => change({ as })}
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
      </Tabs>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.counts}
      >
        {data &&
          t('explorer.counts', {
            things: t('explorer.things', { count: data.nodes.length }),
            connections: t('explorer.connections', {
              count: data.edges.length,
            }),
          })}
      </Typography>
      <EnvironmentChoice exploration={props.exploration} />
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
  );
}
