import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { IntakeServer } from '../api/intakeTypes';
import { queryString } from '../api/requestJson';
import { intakeRouteRef } from '../routes';
import { intakeTranslationRef } from '../intake/translation';

/**
 * The way to the records of a registry that nobody has taken. Their number is
 * left out where it is not known.
 */
export function WaitingRecords(props: {
  server: string;
  counts: IntakeServer['counts'];
}) {
  const { server, counts } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const intakePath = useRouteRef(intakeRouteRef);
  const waiting = counts && counts['no-model'] + counts['no-owner'];
  let text: string = t('intake.link.unknown');
  if (waiting !== undefined) {
    text =
      waiting > 0
        ? t('intake.link.waiting', { count: waiting })
        : t('intake.link.nothingWaits');
  }
  return <Link to={`${intakePath()}${queryString({ server })}`}>{text}</Link>;
}
