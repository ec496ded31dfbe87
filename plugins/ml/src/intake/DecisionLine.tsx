import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { IntakeDecision } from '@understudy/plugin-ml-common';
import { intakeTranslationRef } from './translation';
import { useTitle } from './useTitle';

/** What was decided, in a few words. */
export function DecisionLine(props: { decision: IntakeDecision }) {
  const { decision } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  switch (decision.action) {
    case 'claim':
      return <NamedDecision action="claim" of={decision.owner} />;
    case 'bind':
      return <NamedDecision action="bind" of={decision.model} />;
    default:
      return <>{t('intake.decision.ignore')}</>;
  }
}

function NamedDecision(props: { action: 'claim' | 'bind'; of: string }) {
  const { t } = useTranslationRef(intakeTranslationRef);
  const name = useTitle(props.of);
  return <>{t(`intake.decision.${props.action}`, { name })}</>;
}
