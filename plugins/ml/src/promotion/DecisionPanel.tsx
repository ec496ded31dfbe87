import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Promotion } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { ChoiceField } from '../pieces/ChoiceField';
import { ReasonField } from '../pieces/ReasonField';
import { Section } from '../pieces/Section';
import { promotionTranslationRef } from './translation';
import { ActionProblem } from './ActionProblem';
import { DecisionSubject } from './DecisionSubject';
import { refusalsOf } from './refusalsOf';
import { PromotionActions } from './usePromotionActions';

const useStyles = makeStyles(theme => ({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/**
 * Approve and reject, beside what is approved. Where the reader may do neither
 * the buttons are not offered and the reason is given.
 */
export function DecisionPanel(props: {
  promotion: Promotion;
  actions: PromotionActions;
}) {
  const { promotion, actions } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const classes = useStyles();
  const [reason, setReason] = useState('');
  const [reasonMissing, setReasonMissing] = useState(false);
  const [chosen, setChosen] = useState<string>();

  const may = (action: 'approve' | 'reject') =>
    promotion.allowedActions.includes(action);
  const open = promotion.requirements.filter(({ satisfied }) => !satisfied);
  const requirementId = open.find(({ id }) => id === chosen)?.id ?? open[0]?.id;
  const offered = may('approve') || may('reject');
  if (!offered && promotion.state !== 'awaiting_approval' && !actions.error) {
    return null;
  }

  const decide = async (action: 'approve' | 'reject') => {
    const text = reason.trim();
    setReasonMissing(action === 'reject' && !text);
    if (action === 'reject' && !text) {
      return;
    }
    const result = await actions.run({
      action,
      requirementId,
      reason: text || undefined,
    });
    if (result) {
      setReason('');
    }
  };

  return (
    <Section title={t('decision.title')}>
      <DecisionSubject promotion={promotion} />
      {offered && open.length > 1 && (
        <ChoiceField
          label={t('decision.requirement')}
          value={requirementId ?? ''}
          choices={open.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setChosen}
        />
      )}
      {(offered || reason) && (
        <ReasonField
          label={t('decision.reason')}
          help={t('decision.reasonHelp')}
          problem={reasonMissing ? t('decision.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
        />
      )}
      <ActionProblem error={actions.error} onReload={actions.reload} />
      <div className={classes.buttons}>
        {may('approve') && (
          <Button
            variant="contained"
            color="primary"
            disabled={actions.busy}
            onClick={() => decide('approve')}
          >
            {t('decision.approve')}
          </Button>
        )}
        {may('reject') && (
          <Button
            variant="outlined"
            disabled={actions.busy}
            onClick={() => decide('reject')}
          >
            {t('decision.reject')}
          </Button>
        )}
      </div>
      {refusalsOf(promotion).map(({ what, why }) => (
        <Typography variant="body2" color="textSecondary" key={what}>
          {t(`decision.not.${what}`)} {why}
        </Typography>
      ))}
    </Section>
  );
}
