import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { DatasetEntity } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { EmptyState } from '../pieces/EmptyState';
import { dataTranslationRef } from '../fields/translation';

/** Entity card: what must hold for the data to be of use. */
export function QualityCard() {
  const { t } = useTranslationRef(dataTranslationRef);
  const { entity } = useEntity<DatasetEntity>();
  const { quality = [] } = entity.spec;
  return (
    <EntityInfoCard title={t('dataset.quality')}>
      {quality.length === 0 ? (
        <EmptyState
          title={t('dataset.noQuality')}
          why={t('dataset.noQualityWhy')}
        />
      ) : (
        <DataTable
          label={t('dataset.quality')}
          rows={quality}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'dimension',
              title: t('dataset.qualityColumn.dimension'),
              render: ({ dimension }) => t(`dataset.dimension.${dimension}`),
            },
            {
              id: 'expectation',
              title: t('dataset.qualityColumn.expectation'),
              minWidth: 200,
              render: ({ expectation }) => expectation,
            },
            {
              id: 'field',
              title: t('dataset.qualityColumn.field'),
              render: ({ field }) =>
                field ? <code>{field}</code> : t('dataset.wholeDataset'),
            },
          ]}
        />
      )}
    </EntityInfoCard>
  );
}
