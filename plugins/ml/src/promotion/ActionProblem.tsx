import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ErrorLike } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { describeError, isConflict } from '../loading/describeError';
import { Problem } from '../loading/Problem';
import { promotionTranslationRef } from './translation';

/**
 * Why an action failed. After a conflict it offers the latest state; what has
 * been typed stays where it is.
 */
export function ActionProblem(props: {
  error?: ErrorLike;
  onReload: () => void;
}) {
  const { error, onReload } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  if (!error) {
    return null;
  }
  if (!isConflict(error)) {
    return <Problem error={error} title={t('action.failed')} />;
  }
  return (
    <Alert
      severity="warning"
      action={
        <Button color="inherit" size="small" onClick={onReload}>
          {t('action.showLatest')}
        </Button>
      }
    >
      {t('action.conflict')} {describeError(error).message}
    </Alert>
  );
}
