import { makeStyles } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: `${theme.spacing(28)}px minmax(0, 1fr)`,
    },
  },
  part: { padding: theme.spacing(2), minWidth: 0 },
}));

/** A rail with filters on the left, what they filter on the right. */
export function RailLayout(props: {
  label: string;
  rail: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Paper
        component="section"
        className={classes.part}
        aria-label={props.label}
      >
        {props.rail}
      </Paper>
      <Paper className={classes.part}>{props.children}</Paper>
    </div>
  );
}
