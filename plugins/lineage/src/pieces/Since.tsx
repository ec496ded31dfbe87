import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Tooltip from '@material-ui/core/Tooltip';
import { DateTime } from 'luxon';
import { lineageTranslationRef } from '../translation';
import { ageOf } from './ageOf';

/** How long ago something was, with the exact time and zone on hover. */
export function Since(props: { time: string }) {
  const { t } = useTranslationRef(lineageTranslationRef);
  const moment = DateTime.fromISO(props.time);
  if (!moment.isValid) {
    return <>{props.time}</>;
  }
  const { unit, amount } = ageOf(-moment.diffNow('seconds').seconds);
  return (
    <Tooltip title={moment.toFormat('d LLL yyyy, HH:mm:ss ZZZZ')}>
      <time dateTime={props.time}>
        {t(`since.${unit}`, { amount: String(amount) })}
      </time>
    </Tooltip>
  );
}
