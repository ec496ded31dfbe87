import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ruleTitle } from '@understudy/contracts';

const useStyles = makeStyles(theme => ({
  // Long ids have no place to break.
  id: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  title: { color: theme.palette.text.primary },
}));

/** What a rule is called, and its id for those who look it up. */
export function RuleName(props: {
  id: string;
  /** On a coloured ground, where grey cannot be read: takes the colour of the text there. */
  inherit?: boolean;
}) {
  const { id, inherit } = props;
  const classes = useStyles();
  return (
    <Typography variant="caption" color={inherit ? 'inherit' : 'textSecondary'}>
      <span className={inherit ? undefined : classes.title}>
        {ruleTitle(id)}
      </span>{' '}
      <span className={classes.id}>{id}</span>
    </Typography>
  );
}
