import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ContractWaiver,
  ContractWaiverStep,
} from '@understudy/plugin-ml-common';
import { Since } from '../../pieces/Since';
import { ActorName } from '../../pieces/ActorName';
import { contractTranslationRef } from '../translation';

/** What was decided about a waiver, and whether it was taken back. */
export function WaiverSteps(props: { waiver: ContractWaiver }) {
  const { decision, revocation } = props.waiver;
  const { t } = useTranslationRef(contractTranslationRef);
  if (!decision && !revocation) {
    return <>{t('contract.waivers.table.open')}</>;
  }
  return (
    <>
      {decision && (
        <Step
          words={t(`contract.waivers.table.verdict.${decision.verdict}`)}
          step={decision}
        />
      )}
      {revocation && (
        <Step words={t('contract.waivers.table.revoked')} step={revocation} />
      )}
    </>
  );
}

function Step(props: { words: string; step: ContractWaiverStep }) {
  const { by, at, reason } = props.step;
  return (
    <div>
      {props.words} <ActorName actor={by} />
      {' · '}
      <Since time={at} />
      {reason && <div>{reason}</div>}
    </div>
  );
}
