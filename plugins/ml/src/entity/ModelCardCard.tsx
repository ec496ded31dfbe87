import { stringifyEntityRef } from '@backstage/catalog-model';
import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import {
  DatasetEntity,
  FeatureViewEntity,
  isModelEntity,
  ModelEntity,
} from '@understudy/plugin-ml-common';
import { CardState } from '../card/CardState';
import { cardTranslationRef } from '../card/translation';
import { cardSections } from './cardSections';

/** Entity card: what the team writes about the entity for its readers. */
export function ModelCardCard() {
  const { t } = useTranslationRef(cardTranslationRef);
  const { entity } = useEntity<
    ModelEntity | FeatureViewEntity | DatasetEntity
  >();
  return (
    <EntityInfoCard
      title={t(isModelEntity(entity) ? 'card.title' : 'card.other')}
    >
      {isModelEntity(entity) && (
        <CardState model={stringifyEntityRef(entity)} />
      )}
      {cardSections(entity.spec.card).map(({ title, text }) => (
        <div key={title}>
          {title && (
            <Typography variant="subtitle2" component="h4">
              {title}
            </Typography>
          )}
          <MarkdownContent content={text} />
        </div>
      ))}
    </EntityInfoCard>
  );
}
