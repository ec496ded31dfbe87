import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Alert from '@material-ui/lab/Alert';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { contractApiRef } from '../api/ContractApi';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { contractTranslationRef } from './translation';
import { ContractHeader } from './ContractHeader';
import {
  ContractView,
  contractViewAddress,
  readContractView,
} from './contractView';
import { ContractViews } from './ContractViews';
import { AskForWaiver } from './waivers/AskForWaiver';

/**
 * Entity tab: what those who read a model, feature view or dataset can rely
 * on, who they are, and what a change would do to them.
 */
export function ContractTab() {
  const { entity } = useEntity();
  const subject = stringifyEntityRef(entity);
  return <Tab key={subject} entity={entity} subject={subject} />;
}

function Tab(props: { entity: Entity; subject: string }) {
  const { entity, subject } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const api = useApi(contractApiRef);
  const [params, setParams] = useSearchParams();
  const [published, setPublished] = useState<string>();
  const overview = useLoaded(
    useCallback(() => api.getContract(subject), [api, subject]),
  );
  const consumers = useLoaded(
    useCallback(() => api.listConsumers(subject), [api, subject]),
  );
  const view = readContractView(params);
  const show = (next: ContractView) => {
    setPublished(undefined);
    setParams(contractViewAddress(next));
  };
  return (
    <LoadedContent loaded={overview} what={t('contract.what')} lines={6}>
      {({ current, problems, observed, may = [] }) => (
        <AskForWaiver
          subject={subject}
          allowed={may.includes('ask-for-waiver')}
        >
          <ContractHeader
            subject={subject}
            current={current}
            problems={problems}
            observed={observed}
            consumers={consumers}
            view={view}
            onShow={show}
          />
          {published && (
            <Alert severity="success" onClose={() => setPublished(undefined)}>
              {t('contract.try.publish.done', { version: published })}
            </Alert>
          )}
          <ContractViews
            entity={entity}
            subject={subject}
            current={current}
            consumers={consumers}
            may={may}
            view={view}
            onShow={show}
            onChanged={overview.reload}
            onPublished={({ version }) => {
              show('history');
              setPublished(version);
              overview.reload();
              consumers.reload();
            }}
          />
        </AskForWaiver>
      )}
    </LoadedContent>
  );
}
