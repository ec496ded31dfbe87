import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { Promotion } from '@understudy/plugin-ml-common';
import { Section } from '../pieces/Section';
import { promotionTranslationRef } from './translation';
import { ActionProblem } from './ActionProblem';
import { GateRunItem } from './GateRunItem';
import { PromotionActions } from './usePromotionActions';

/** What stands in the way of a promotion, each with its remedy. */
export function Obstacles(props: {
  promotion: Promotion;
  actions: PromotionActions;
}) {
  const { promotion, actions } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const open = promotion.gateRuns.filter(
    ({ status }) => !['pass', 'skipped', 'overridden'].includes(status),
  );
  const mayReevaluate = promotion.allowedActions.includes('reevaluate');
  return (
    <Section
      title={t('obstacles.title')}
      actions={
        mayReevaluate && (
          <Button
            size="small"
            disabled={actions.busy}
            onClick={() => actions.run({ action: 'reevaluate' })}
          >
            {t('obstacles.reevaluate')}
          </Button>
        )
      }
    >
      {promotion.waitingFor && (
        <Alert severity="info">{promotion.waitingFor}</Alert>
      )}
      {open.length === 0 && !promotion.waitingFor && (
        <Typography variant="body2">{t('obstacles.none')}</Typography>
      )}
      {open.map(run => (
        <GateRunItem key={run.gateId} run={run} />
      ))}
      {mayReevaluate && (
        <ActionProblem error={actions.error} onReload={actions.reload} />
      )}
    </Section>
  );
}
