import { makeStyles } from '@material-ui/core/styles';
import { LineageRunState } from '@understudy/plugin-lineage-common';
import { MarkShape } from '../graph/canvas/MarkShape';

const useStyles = makeStyles(theme => ({
  good: { color: theme.palette.success.main },
  bad: { color: theme.palette.error.main },
  busy: { color: theme.palette.info.main },
  doubtful: { color: theme.palette.warning.main },
  plain: { color: theme.palette.text.secondary },
}));

/** The shape of a run's state, for beside its words. */
export function RunStateMark(props: { state: LineageRunState }) {
  const classes = useStyles();
  return (
    <MarkShape mark={{ of: 'run', state: props.state }} classes={classes} />
  );
}
