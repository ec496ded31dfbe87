import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PromotionTarget } from '@understudy/plugin-ml-common';
import { mlTranslationRef } from '../translation';
import { formatTarget } from './formatTarget';
import { Tag } from './Tag';

/** How far a version is and where: `production · de`. */
export function StageChip(props: {
  stage: string;
  target: PromotionTarget;
  slot?: string;
}) {
  const { t } = useTranslationRef(mlTranslationRef);
  const { stage, target, slot } = props;
  const title = t('stage.title', {
    stage,
    environment: target.environment,
    segment: target.segment === '*' ? t('stage.everySegment') : target.segment,
  });
  return (
    <Tag title={title}>
      {formatTarget(target, { stage })}
      {slot && slot !== 'champion' && slot !== 'none' && ` · ${slot}`}
    </Tag>
  );
}
