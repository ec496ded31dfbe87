import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { contractTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { maxWidth: theme.spacing(50), margin: theme.spacing(1, 0) },
}));

/** How many have moved away, as words and as a bar. */
export function MigrationBar(props: {
  use: 'production' | 'training';
  migrated: number;
  total: number;
}) {
  const { use, migrated, total } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const text = t(`contract.deprecation.progress.${use}`, {
    migrated: String(migrated),
    total: String(total),
  });
  return (
    <div className={classes.root}>
      <Typography variant="body2">{text}</Typography>
      <LinearProgress
        variant="determinate"
        aria-label={text}
        value={total === 0 ? 100 : (migrated / total) * 100}
      />
    </div>
  );
}
