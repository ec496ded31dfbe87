import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { FeatureEntity } from '@understudy/plugin-ml-common';
import { MoreModels } from '../consumers/MoreModels';
import { readsField } from '../consumers/viewConsumers';
import { LoadedContent } from '../loading/LoadedContent';
import { EmptyState } from '../pieces/EmptyState';
import { dataTranslationRef } from '../fields/translation';
import { FeatureModelsTable } from './FeatureModelsTable';
import { useFeatureViewUsage } from './useFeatureView';
import { ViewGone } from './ViewGone';

/** Entity card: the models that use the feature, which read it with its view. */
export function FeatureModelsCard() {
  const { t } = useTranslationRef(dataTranslationRef);
  const { entity } = useEntity<FeatureEntity>();
  const { field } = entity.spec;
  const loaded = useFeatureViewUsage(entity);
  const usage = loaded.data?.usage;
  const consumers = usage?.consumers.filter(({ consumption }) =>
    readsField(consumption, field),
  );
  const models = new Set(consumers?.map(({ model }) => model));
  return (
    <EntityInfoCard
      title={
        consumers
          ? t('feature.modelsTitle', { count: models.size })
          : t('feature.models')
      }
    >
      <LoadedContent loaded={loaded} what={t('consumers.what')}>
        {() =>
          usage && consumers ? (
            <>
              {consumers.length > 0 && (
                <FeatureModelsTable field={field} consumers={consumers} />
              )}
              {consumers.length === 0 && usage.beyond === 0 && (
                <EmptyState
                  title={t('feature.noModels')}
                  why={t('feature.noModelsWhy')}
                />
              )}
              <MoreModels read={usage} />
            </>
          ) : (
            <ViewGone />
          )
        }
      </LoadedContent>
    </EntityInfoCard>
  );
}
