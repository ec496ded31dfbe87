import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import HelpOutline from '@material-ui/icons/HelpOutline';
import VerifiedUserOutlined from '@material-ui/icons/VerifiedUserOutlined';
import { VersionArtifact } from '@understudy/plugin-ml-common';
import { Tag } from '../pieces/Tag';
import { keyName } from './signersOf';
import { versionsTranslationRef } from '../versions/translation';

const ICONS = {
  verified: VerifiedUserOutlined,
  mismatch: ErrorOutline,
  'other-files': HelpOutline,
  'unknown-key': HelpOutline,
  'not-verified': HelpOutline,
} as const;

const useStyles = makeStyles({
  icon: { fontSize: '1em' },
  reason: { overflowWrap: 'anywhere', minWidth: '14em' },
});

/**
 * What the signature in a file is worth, and why; of another file, which keys
 * have signed it.
 */
export function SignatureCell(props: {
  artifact: VersionArtifact;
  signers: readonly string[];
}) {
  const { signature } = props.artifact;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  if (signature) {
    const Icon = ICONS[signature.status];
    return (
      <>
        <Tag strong={signature.status === 'mismatch'}>
          <Icon className={classes.icon} aria-hidden />
          {t(`versionEvidence.signature.${signature.status}`, {
            key: keyName(signature),
          })}
        </Tag>
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.reason}
        >
          {signature.status === 'verified' && signature.coversVersion
            ? t('versionEvidence.signature.whole')
            : signature.reason}
        </Typography>
      </>
    );
  }
  return (
    <>
      {props.signers.length > 0
        ? t('versionEvidence.signature.signedBy', {
            keys: props.signers.join(', '),
          })
        : t('versionEvidence.signature.none')}
    </>
  );
}
