import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { GateRun } from '@understudy/plugin-ml-common';
import { promotionTranslationRef } from './translation';
import { GateRunItem } from './GateRunItem';

/** Every gate with what it looked at, those that passed included. */
export function EvidenceList(props: { gateRuns: GateRun[] }) {
  const { t } = useTranslationRef(promotionTranslationRef);
  return props.gateRuns.length === 0 ? (
    <Typography variant="body2">{t('promotion.noGates')}</Typography>
  ) : (
    <>
      {props.gateRuns.map(run => (
        <GateRunItem key={run.gateId} run={run} />
      ))}
    </>
  );
}
