import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { ChangeView } from '../explorer/useView';
import { EmptyState } from '../pieces/EmptyState';
import { lineageTranslationRef } from '../translation';
import { timeText } from './readAsOf';

/** Nothing was connected to the root at some time. */
export function NothingThen(props: {
  time: string;
  complete: boolean;
  change: ChangeView;
}) {
  const { time, complete, change } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  return (
    <EmptyState
      title={t('asOf.nothing', { time: timeText(time) })}
      why={t(complete ? 'asOf.nothingWhy' : 'asOf.nothingSeen')}
      action={
        <Button
          size="small"
          variant="outlined"
          color="primary"
          onClick={() => change({ asOf: undefined })}
        >
          {t('asOf.showNow')}
        </Button>
      }
    />
  );
}
