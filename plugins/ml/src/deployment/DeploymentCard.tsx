import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { RollbackOption } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { DriftBanners } from '../drift/DriftBanners';
import { LoadedContent } from '../loading/LoadedContent';
import { RequestPromotionDialog } from '../promotion/RequestPromotionDialog';
import { RollbackDialog } from '../promotion/RollbackDialog';
import { useLiveReload } from '../promotion/useLiveReload';
import { registryTranslationRef } from '../models/translation';
import { DeploymentHistory } from './DeploymentHistory';
import { DeploymentStrip } from './DeploymentStrip';
import { isHistoryOpen, toggleHistory } from './historyAddress';
import { NotAllowedNote } from './NotAllowedNote';
import { useDeployment } from './useDeployment';

/** Entity card: where which version is, and the two actions that change it. */
export function DeploymentCard() {
  const { t } = useTranslationRef(registryTranslationRef);
  const { entity } = useEntity();
  const model = stringifyEntityRef(entity);
  const deployment = useDeployment(model);
  const [dialog, setDialog] = useState<'promote' | RollbackOption>();
  const [params, setParams] = useSearchParams();
  const showHistory = isHistoryOpen(params);
  useLiveReload({
    unfinished: (deployment.data?.unfinished.length ?? 0) > 0,
    reload: deployment.reload,
  });
  const close = () => setDialog(undefined);

  return (
    <EntityInfoCard
      title={t('deployment.title')}
      headerActions={
        <>
          <Button
            size="small"
            aria-expanded={showHistory}
            onClick={() => setParams(toggleHistory(params), { replace: true })}
          >
            {t('deployment.history')}
          </Button>
          {deployment.data?.asking.options?.mayPromote && (
            <Button
              size="small"
              variant="contained"
              color="primary"
              onClick={() => setDialog('promote')}
            >
              {t('deployment.promote')}
            </Button>
          )}
        </>
      }
    >
      <DriftBanners model={model} onChanged={deployment.reload} />
      <LoadedContent loaded={deployment} what={t('deployment.what')}>
        {data => (
          <>
            <DeploymentStrip deployment={data} onRollBack={setDialog} />
            <NotAllowedNote asking={data.asking} />
          </>
        )}
      </LoadedContent>
      {showHistory && <DeploymentHistory model={model} />}
      {dialog === 'promote' && (
        <RequestPromotionDialog model={model} onClose={close} />
      )}
      {dialog && dialog !== 'promote' && (
        <RollbackDialog model={model} option={dialog} onClose={close} />
      )}
    </EntityInfoCard>
  );
}
