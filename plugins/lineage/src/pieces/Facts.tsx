import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, auto) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 1.5),
    margin: theme.spacing(0, 0, 2),
  },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
}));

/** A fact with its name. */
export interface Fact {
  name: string;
  value: ReactNode;
}

/** Named facts, one a line. What has no value is left out. */
export function Facts(props: { facts: readonly Fact[] }) {
  const classes = useStyles();
  const facts = props.facts.filter(
    ({ value }) => value !== undefined && value !== '' && value !== false,
  );
  return facts.length === 0 ? null : (
    <dl className={classes.list}>
      {facts.map(({ name, value }, index) => [
        <Typography
          key={`${index} name`}
          component="dt"
          variant="body2"
          color="textSecondary"
        >
          {name}
        </Typography>,
        <Typography
          key={`${index} value`}
          component="dd"
          variant="body2"
          className={classes.value}
        >
          {value}
        </Typography>,
      ])}
    </dl>
  );
}
