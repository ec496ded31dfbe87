import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode, useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2), minWidth: 0 },
}));

/** A part of the rail or the drawer with its own heading. */
export function PanelSection(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const headingId = useId();
  return (
    <section className={classes.root} aria-labelledby={headingId}>
      <Typography id={headingId} variant="subtitle2" component="h3">
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
}
