import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { FeatureViewEntity } from '@understudy/plugin-ml-common';
import { MoreModels } from '../consumers/MoreModels';
import { relatedModelRefs } from '../consumers/useRelatedModels';
import {
  useViewConsumers,
  viewConsumerRelations,
} from '../consumers/useViewConsumers';
import { LoadedContent } from '../loading/LoadedContent';
import { EmptyState } from '../pieces/EmptyState';
import { dataTranslationRef } from '../fields/translation';
import { ConsumersTable } from './ConsumersTable';

/** Entity card: the models that read the view, and how. */
export function ViewConsumersCard() {
  const { t } = useTranslationRef(dataTranslationRef);
  const { entity } = useEntity<FeatureViewEntity>();
  const usage = useViewConsumers(entity);
  const count = relatedModelRefs(entity, viewConsumerRelations).length;
  return (
    <EntityInfoCard title={t('consumers.title', { count })}>
      <LoadedContent loaded={usage} what={t('consumers.what')}>
        {data => (
          <>
            {data.total === 0 ? (
              <EmptyState
                title={t('featureView.noModels')}
                why={t('featureView.noModelsWhy')}
              />
            ) : (
              data.consumers.length > 0 && (
                <ConsumersTable consumers={data.consumers} />
              )
            )}
            <MoreModels read={data} />
          </>
        )}
      </LoadedContent>
    </EntityInfoCard>
  );
}
