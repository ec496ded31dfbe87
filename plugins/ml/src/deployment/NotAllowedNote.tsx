import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { KnownOptions } from '../promotion/readOptions';
import { registryTranslationRef } from '../models/translation';

/** Says why the buttons are not there. */
export function NotAllowedNote(props: { asking: KnownOptions }) {
  const { t } = useTranslationRef(registryTranslationRef);
  const { asking } = props;
  if (!asking.options) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('deployment.noPolicy')} {asking.reason}
      </Typography>
    );
  }
  const { mayPromote, mayRollBack, reason } = asking.options;
  if (mayPromote && mayRollBack) {
    return null;
  }
  let what: string = t('deployment.mayNeither');
  if (mayPromote) {
    what = t('deployment.mayNotRollBack');
  } else if (mayRollBack) {
    what = t('deployment.mayNotPromote');
  }
  return (
    <Typography variant="body2" color="textSecondary">
      {what} {reason}
    </Typography>
  );
}
