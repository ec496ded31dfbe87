import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { MarkdownContent } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { Promotion } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { formatTarget } from '../pieces/formatTarget';
import { formatVersion } from '../pieces/formatVersion';
import { PageTitle } from '../pieces/PageTitle';
import { Since } from '../pieces/Since';
import { promotionTranslationRef } from './translation';
import { PromotionStateChip } from './PromotionStateChip';
import { PromotionActions } from './usePromotionActions';
import { WithdrawDialog } from './WithdrawDialog';

/** What is asked for, by whom and why, and the way to withdraw it. */
export function PromotionHeader(props: {
  promotion: Promotion;
  actions: PromotionActions;
}) {
  const { promotion, actions } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <>
      <PageTitle
        title={
          <>
            <EntityRefLink entityRef={promotion.model} />
            {': '}
            {t(`promotionKind.${promotion.kind}`, {
              version: formatVersion(promotion.version),
            })}
            {' → '}
            {formatTarget(promotion.target, { stage: promotion.toStage })}
          </>
        }
        subtitle={
          <>
            <PromotionStateChip state={promotion.state} />{' '}
            {t('promotion.requestedBy')}{' '}
            <EntityRefLink
              entityRef={promotion.requestedBy}
              defaultKind="user"
            />{' '}
            <Since time={promotion.requestedAt} />
            {promotion.expiresAt && (
              <>
                {' · '}
                {t('promotion.expires')} <Since time={promotion.expiresAt} />
              </>
            )}
            {promotion.reason && <MarkdownContent content={promotion.reason} />}
          </>
        }
        actions={
          promotion.allowedActions.includes('cancel') && (
            <Button
              variant="outlined"
              disabled={actions.busy}
              onClick={() => setWithdrawing(true)}
            >
              {t('promotion.withdraw')}
            </Button>
          )
        }
      />
      {withdrawing && (
        <WithdrawDialog
          promotion={promotion}
          actions={actions}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </>
  );
}
