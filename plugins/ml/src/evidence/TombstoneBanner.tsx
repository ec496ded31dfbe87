import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { VersionTombstone } from '@understudy/plugin-ml-common';
import { Since } from '../pieces/Since';
import { mlTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2), overflowWrap: 'anywhere' },
}));

/** Says that the registration of a version was taken back, by whom and why. */
export function TombstoneBanner(props: { tombstone: VersionTombstone }) {
  const { deletedBy, deletedAt, reason } = props.tombstone;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  return (
    <Alert severity="warning" className={classes.root}>
      <Since time={deletedAt} />.{' '}
      {t('versionEvidence.tombstone', { who: deletedBy, reason })}{' '}
      {t('versionEvidence.tombstoneEffect')}
    </Alert>
  );
}
