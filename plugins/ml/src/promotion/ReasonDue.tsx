import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { Promotion } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { mlApiRef } from '../api/MlApi';
import { useAction } from '../loading/useAction';
import { ReasonField } from '../pieces/ReasonField';
import { Section } from '../pieces/Section';
import { Since } from '../pieces/Since';
import { promotionTranslationRef } from './translation';
import { ActionProblem } from './ActionProblem';

/** Asks for the reason that a rollback still lacks. */
export function ReasonDue(props: { promotion: Promotion; reload: () => void }) {
  const { promotion, reload } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const api = useApi(mlApiRef);
  const [reason, setReason] = useState('');
  const action = useAction(async () => {
    await api.addReason(promotion.id, reason.trim());
    reload();
  });
  if (!promotion.reasonDueAt || promotion.reason) {
    return null;
  }
  return (
    <Section title={t('reasonDue.title')}>
      {t('reasonDue.until')} <Since time={promotion.reasonDueAt} />
      <ReasonField
        label={t('reasonDue.label')}
        value={reason}
        onChange={setReason}
      />
      <ActionProblem
        error={action.error}
        onReload={() => {
          action.clear();
          reload();
        }}
      />
      <Button
        variant="outlined"
        disabled={action.busy || !reason.trim()}
        onClick={() => action.run()}
      >
        {t('reasonDue.save')}
      </Button>
    </Section>
  );
}
