import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { Promotion } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { promotionTranslationRef } from './translation';
import { StageRules } from './StageRules';

/** What the policy asks for at the stage of a promotion. */
export function PolicyInWords(props: { promotion: Promotion }) {
  const { model, toStage, policyRef, policyDigest, kind } = props.promotion;
  const { t } = useTranslationRef(promotionTranslationRef);
  const api = useApi(mlApiRef);
  const options = useLoaded(
    useCallback(() => api.getPromotionOptions(model), [api, model]),
  );
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {t('policy.name', {
          policy: policyRef,
          digest: policyDigest.replace(/^sha256:/, '').slice(0, 8),
        })}
      </Typography>
      {kind === 'rollback' ? (
        <Typography variant="body2">{t('policy.rollback')}</Typography>
      ) : (
        <LoadedContent loaded={options} what={t('policy.what')}>
          {data => {
            const stage = data.stages.find(({ name }) => name === toStage);
            return (
              <>
                {data.policyDigest !== policyDigest && (
                  <Alert severity="info">{t('policy.changed')}</Alert>
                )}
                {stage ? (
                  <StageRules stage={stage} />
                ) : (
                  <Typography variant="body2">{t('policy.noStage')}</Typography>
                )}
              </>
            );
          }}
        </LoadedContent>
      )}
    </>
  );
}
