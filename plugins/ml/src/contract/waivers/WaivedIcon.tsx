import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import VerifiedUserOutlined from '@material-ui/icons/VerifiedUserOutlined';
import { contractTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { color: theme.palette.text.secondary },
}));

/** A shield, which no severity has: what would break, and is accepted for a time. */
export function WaivedIcon() {
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  return (
    <VerifiedUserOutlined
      fontSize="small"
      className={classes.root}
      titleAccess={t('contract.waivers.mark')}
    />
  );
}
