import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  RELATION_EVALUATION_DATA_FOR,
  RELATION_TRAINING_DATA_FOR,
} from '@understudy/plugin-ml-common';
import { useModelColumns } from '../consumers/modelColumns';
import { MoreModels } from '../consumers/MoreModels';
import {
  relatedModelRefs,
  useRelatedModels,
} from '../consumers/useRelatedModels';
import { VersionRead } from '../consumers/VersionRead';
import { LoadedContent } from '../loading/LoadedContent';
import { DataTable } from '../pieces/DataTable';
import { EmptyState } from '../pieces/EmptyState';
import { FirstFew } from '../pieces/FirstFew';
import { mlTranslationRef } from '../translation';
import { DatasetUse, datasetUses } from './datasetUses';

const SHOWN = 10;
const RELATIONS = [RELATION_TRAINING_DATA_FOR, RELATION_EVALUATION_DATA_FOR];

/** Entity card: the models that were trained on the data or measured with it. */
export function DatasetModelsCard() {
  const { t } = useTranslationRef(mlTranslationRef);
  const { entity } = useEntity();
  const loaded = useRelatedModels(entity, RELATIONS);
  const count = relatedModelRefs(entity, RELATIONS).length;
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
              <UsesTable
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

function UsesTable(props: { uses: DatasetUse[] }) {
  const { t } = useTranslationRef(mlTranslationRef);
  const { model, owner, tier } = useModelColumns();
  return (
    <FirstFew items={props.uses} few={SHOWN} label={t('dataset.models')}>
      {shown => (
        <DataTable
          label={t('dataset.models')}
          rows={shown}
          rowKey={use =>
            `${stringifyEntityRef(use.model)} ${use.purpose} ${use.version}`
          }
          columns={[
            model,
            {
              id: 'purpose',
              title: t('consumers.column.purpose'),
              render: ({ purpose }) => t(`dataset.purpose.${purpose}`),
            },
            {
              id: 'version',
              title: t('consumers.column.version'),
              render: ({ version }) => <VersionRead version={version} />,
            },
            owner,
            tier,
          ]}
        />
      )}
    </FirstFew>
  );
}
