import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { MoreModels } from '../consumers/MoreModels';
import {
  relatedModelRefs,
  useRelatedModels,
} from '../consumers/useRelatedModels';
import { LoadedContent } from '../loading/LoadedContent';
import { EmptyState } from '../pieces/EmptyState';
import { dataTranslationRef } from '../fields/translation';
import { datasetRelations, datasetUses } from './datasetUses';
import { DatasetUsesTable } from './DatasetUsesTable';

/** Entity card: the models that were trained on the data or measured with it. */
export function DatasetModelsCard() {
  const { t } = useTranslationRef(dataTranslationRef);
  const { entity } = useEntity();
  const loaded = useRelatedModels(entity, datasetRelations);
  const count = relatedModelRefs(entity, datasetRelations).length;
  return (
    <EntityInfoCard title={t('dataset.modelsTitle', { count })}>
      <LoadedContent loaded={loaded} what={t('consumers.what')}>
        {read => (
          <>
            {read.total === 0 && (
              <EmptyState
                title={t('dataset.noModels')}
                why={t('dataset.noModelsWhy')}
              />
            )}
            {read.models.length > 0 && (
              <DatasetUsesTable
                dataset={stringifyEntityRef(entity)}
                uses={datasetUses(stringifyEntityRef(entity), read.models)}
              />
            )}
            <MoreModels read={read} />
          </>
        )}
      </LoadedContent>
    </EntityInfoCard>
  );
}
