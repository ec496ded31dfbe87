import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { VersionTombstone } from '@understudy/plugin-ml-common';
import { ActorName } from '../pieces/ActorName';
import { exactTime } from '../pieces/exactTime';
import { Since } from '../pieces/Since';
import { versionsTranslationRef } from '../versions/translation';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2), overflowWrap: 'anywhere' },
}));

/** Says that the registration of a version was taken back, by whom and why. */
export function TombstoneBanner(props: {
  tombstone: VersionTombstone;
  /** It is of a model, so that it could have been promoted. */
  ofModel?: boolean;
}) {
  const { deletedBy, deletedAt, reason } = props.tombstone;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  return (
    <Alert severity="warning" className={classes.root}>
      <AlertTitle>{t('versionEvidence.tombstone')}</AlertTitle>
      <div>
        {t('versionEvidence.tombstoneBy')} <ActorName actor={deletedBy} />,{' '}
        <Since time={deletedAt} /> ({exactTime(deletedAt)})
      </div>
      <div>{t('versionEvidence.tombstoneReason', { reason })}</div>
      <div>
        {t('versionEvidence.tombstoneEffect')}{' '}
        {props.ofModel && t('versionEvidence.tombstonePromotion')}
      </div>
    </Alert>
  );
}
