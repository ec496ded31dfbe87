import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import { Promotion } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { formatTarget } from '../pieces/formatTarget';
import { formatVersion } from '../pieces/formatVersion';
import { FormDialog } from '../pieces/FormDialog';
import { ReasonField } from '../pieces/ReasonField';
import { promotionTranslationRef } from './translation';
import { ActionProblem } from './ActionProblem';
import { PromotionActions } from './usePromotionActions';

/** Asks before a promotion is withdrawn; only a new request brings it back. */
export function WithdrawDialog(props: {
  promotion: Promotion;
  actions: PromotionActions;
  onClose: () => void;
}) {
  const { promotion, actions, onClose } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const [reason, setReason] = useState('');
  const withdraw = async () => {
    const result = await actions.run({
      action: 'cancel',
      reason: reason.trim() || undefined,
    });
    if (result) {
      onClose();
    }
  };
  return (
    <FormDialog
      title={t('withdraw.title')}
      confirm={t('withdraw.confirm')}
      busy={actions.busy}
      onConfirm={withdraw}
      onClose={onClose}
    >
      <DialogContentText>
        {t('withdraw.effect', {
          version: formatVersion(promotion.version),
          where: formatTarget(promotion.target, { stage: promotion.toStage }),
        })}
      </DialogContentText>
      <ReasonField
        label={t('withdraw.reason')}
        value={reason}
        onChange={setReason}
      />
      <ActionProblem error={actions.error} onReload={actions.reload} />
    </FormDialog>
  );
}
