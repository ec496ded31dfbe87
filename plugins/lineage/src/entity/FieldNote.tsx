import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useView } from '../explorer/useView';
import { lineageTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
}));

/** Says that a graph is that of a whole view, and goes to that of the one field which a feature is. */
export function FieldNote(props: { field: string }) {
  const { field } = props;
  const [view, change] = useView();
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  if (view.as === 'fields') {
    return null;
  }
  return (
    <Alert
      severity="info"
      className={classes.root}
      action={
        <Button
          color="inherit"
          size="small"
          // What was chosen in the graph is no field.
          onClick={() => change({ as: 'fields', field, selected: undefined })}
        >
          {t('feature.follow', { field })}
        </Button>
      }
    >
      {t('feature.ofView')}
    </Alert>
  );
}
