import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Tooltip from '@material-ui/core/Tooltip';
import { DateTime } from 'luxon';
import { mlTranslationRef } from '../translation';
import { exactTime } from './exactTime';
import { ageOf } from './formatAge';

/**
 * How long ago something was, with the exact time and zone on hover. `plain`
 * leaves out "ago", for sentences such as "champion for 12 d".
 */
export function Since(props: { time: string; plain?: boolean }) {
  const { t } = useTranslationRef(mlTranslationRef);
  const moment = DateTime.fromISO(props.time);
  if (!moment.isValid) {
    return <>{props.time}</>;
  }
  const seconds = -moment.diffNow('seconds').seconds;
  const age = ageOf(Math.abs(seconds));
  const amount = t(`since.${age.unit}`, { amount: String(age.amount) });
  let text: string = amount;
  if (props.plain) {
    text = age.unit === 'now' ? t('since.moment') : amount;
  } else if (age.unit !== 'now') {
    text = t(seconds < 0 ? 'since.ahead' : 'since.ago', { age: amount });
  }
  return (
    <Tooltip title={exactTime(props.time)}>
      <time dateTime={props.time}>{text}</time>
    </Tooltip>
  );
}
