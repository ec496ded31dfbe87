import { makeStyles } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { ReactNode, useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2),
    marginBottom: theme.spacing(2),
    minWidth: 0,
  },
  nested: { marginBottom: theme.spacing(2) },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
}));

/**
 * A part of a page with its own heading: a card, or, inside of one, a part of
 * that card.
 */
export function Section(props: {
  title: string;
  nested?: boolean;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  const headingId = useId();
  const content = (
    <>
      <div className={classes.head}>
        <Typography
          id={headingId}
          variant={props.nested ? 'subtitle1' : 'h6'}
          component={props.nested ? 'h3' : 'h2'}
        >
          {props.title}
        </Typography>
        {props.actions}
      </div>
      {props.children}
    </>
  );
  return props.nested ? (
    <section className={classes.nested} aria-labelledby={headingId}>
      {content}
    </section>
  ) : (
    <Paper
      component="section"
      className={classes.root}
      aria-labelledby={headingId}
    >
      {content}
    </Paper>
  );
}
