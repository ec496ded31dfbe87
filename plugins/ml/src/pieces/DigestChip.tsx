import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import DescriptionOutlined from '@material-ui/icons/DescriptionOutlined';
import LockOutlined from '@material-ui/icons/LockOutlined';
import RecordVoiceOverOutlined from '@material-ui/icons/RecordVoiceOverOutlined';
import { DigestStrength } from '@understudy/plugin-ml-common';
import { mlTranslationRef } from '../translation';
import { CopyButton } from './CopyButton';
import { shortDigest } from './shortDigest';
import { Tag } from './Tag';

// Locked bytes, somebody's word, a page in a register.
const ICONS = {
  artifact: LockOutlined,
  reported: RecordVoiceOverOutlined,
  record: DescriptionOutlined,
} as const;

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center' },
  icon: { fontSize: '1em' },
  code: { fontFamily: 'monospace' },
});

/** The start of a digest, how far it can be trusted, and a button to copy it. */
export function DigestChip(props: {
  digest: string;
  strength: DigestStrength;
}) {
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const Icon = ICONS[props.strength];
  return (
    <span className={classes.root}>
      <Tag title={t(`digest.${props.strength}`)}>
        <Icon
          className={classes.icon}
          titleAccess={t(`digestShort.${props.strength}`)}
        />
        <span className={classes.code}>{shortDigest(props.digest)}</span>
      </Tag>
      <CopyButton text={props.digest} what={t('digest.name')} />
    </span>
  );
}
