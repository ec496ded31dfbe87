import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { CardColumns } from '../pieces/CardColumns';
import { dataTranslationRef } from '../fields/translation';
import { dataGoals, dataOrigins } from './relatedEntities';
import { RelationGroups } from './RelationGroups';

/** Entity card: what a dataset or view is computed from, and what from it. */
export function DataLineageCard() {
  const { t } = useTranslationRef(dataTranslationRef);
  const { entity } = useEntity();
  return (
    <EntityInfoCard title={t('dataset.lineage')}>
      <CardColumns>
        <RelationGroups
          entity={entity}
          title={t('dataset.comesFrom')}
          types={dataOrigins}
        />
        <RelationGroups
          entity={entity}
          title={t('dataset.goesTo')}
          types={dataGoals}
        />
      </CardColumns>
    </EntityInfoCard>
  );
}
