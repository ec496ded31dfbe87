import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { VersionTombstone } from '@understudy/plugin-ml-common';
import { ActorName } from '../pieces/ActorName';
import { Since } from '../pieces/Since';
import { Tag } from '../pieces/Tag';
import { versionsTranslationRef } from '../versions/translation';

const useStyles = makeStyles(theme => ({
  why: { maxWidth: theme.spacing(36), overflowWrap: 'anywhere' },
}));

/** Marks a version in a list whose registration was taken back: who, when, why. */
export function TakenBackTag(props: { tombstone?: VersionTombstone }) {
  const { tombstone } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  if (!tombstone) {
    return null;
  }
  const { deletedAt, deletedBy, reason } = tombstone;
  return (
    <>
      <Tag strong>{t('versionEvidence.takenBack')}</Tag>
      <Typography
        variant="body2"
        color="textSecondary"
        component="div"
        className={classes.why}
      >
        <ActorName actor={deletedBy} />, <Since time={deletedAt} />: {reason}
      </Typography>
    </>
  );
}
