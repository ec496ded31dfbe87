import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(3, 2), maxWidth: theme.spacing(90) },
  action: { marginTop: theme.spacing(2) },
}));

/**
 * Stands where there is nothing yet: `title` says what would be here, `why` the
 * reason it is not, `action` is the step that fills it.
 */
export function EmptyState(props: {
  title: string;
  why: ReactNode;
  action?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography variant="subtitle1" component="h2">
        {props.title}
      </Typography>
      <Typography variant="body2" component="div">
        {props.why}
      </Typography>
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  );
}
