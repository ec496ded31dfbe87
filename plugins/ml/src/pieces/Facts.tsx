import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(${theme.spacing(20)}px, 1fr))`,
    gap: theme.spacing(2),
    margin: theme.spacing(0, 0, 2),
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
}));

/** A fact with its name. An undefined value leaves the fact out. */
export interface Fact {
  name: string;
  value: ReactNode;
}

/** Named facts in columns. */
export function Facts(props: { facts: Fact[] }) {
  const classes = useStyles();
  return (
    <dl className={classes.list}>
      {props.facts
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ name, value }) => (
          <div key={name}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {name}
            </Typography>
            <Typography
              component="dd"
              variant="body2"
              className={classes.value}
            >
              {value}
            </Typography>
          </div>
        ))}
    </dl>
  );
}
