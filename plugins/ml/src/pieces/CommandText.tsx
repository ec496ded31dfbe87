import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { mlTranslationRef } from '../translation';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'flex-start' },
  command: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    padding: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
}));

/** A command for a shell, in full, with a button that copies it. */
export function CommandText(props: { command: string }) {
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <pre className={classes.command}>{props.command}</pre>
      <CopyButton text={props.command} what={t('copy.command')} />
    </div>
  );
}
