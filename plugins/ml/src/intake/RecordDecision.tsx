import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { IntakeRecord } from '@understudy/plugin-ml-common';
import { Since } from '../pieces/Since';
import { intakeTranslationRef } from './translation';
import { DecisionLine } from './DecisionLine';
import { isOvertaken, isPending } from './decisionEffect';

/** What is decided about a record: by whom, when and why. */
export function RecordDecision(props: { record: IntakeRecord }) {
  const { record } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  if (!record.decision) {
    return (
      <Typography variant="body2">{t('intake.drawer.undecided')}</Typography>
    );
  }
  const { decision, decidedBy, decidedAt } = record.decision;
  return (
    <>
      <Typography variant="body2" component="div">
        <strong>
          <DecisionLine decision={decision} />
        </strong>
        {isPending(record) && `, ${t('intake.decision.pending')}`}
        {isOvertaken(record) && `, ${t('intake.decision.overtaken')}`}
      </Typography>
      <Typography variant="body2" color="textSecondary" component="div">
        {t('intake.decision.by')}{' '}
        {decidedBy.startsWith('user:') ? (
          <EntityRefLink entityRef={decidedBy} defaultKind="user" />
        ) : (
          decidedBy
        )}{' '}
        <Since time={decidedAt} />
      </Typography>
      {decision.reason && (
        <Typography variant="body2">{decision.reason}</Typography>
      )}
    </>
  );
}
