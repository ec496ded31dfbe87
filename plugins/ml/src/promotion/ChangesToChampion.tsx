import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Promotion } from '@understudy/plugin-ml-common';
import { Comparison } from '../compare/Comparison';
import { useComparedVersions } from '../compare/useComparedVersions';
import { LoadedContent } from '../loading/LoadedContent';
import { EmptyState } from '../pieces/EmptyState';
import { promotionTranslationRef } from './translation';
import { versionsTranslationRef } from '../versions/translation';

/**
 * What is different from the version that holds the target now, or held it
 * before this one did.
 */
export function ChangesToChampion(props: { promotion: Promotion }) {
  const { model, version, versionId, replaced } = props.promotion;
  const champion = replaced ?? props.promotion.champion;
  const { t } = useTranslationRef(promotionTranslationRef);
  if (!champion) {
    return (
      <EmptyState title={t('champion.none')} why={t('champion.noneWhy')} />
    );
  }
  if (champion.versionId === versionId) {
    return (
      <EmptyState title={t('champion.same')} why={t('champion.sameWhy')} />
    );
  }
  return <Changes model={model} labels={[champion.version, version]} />;
}

function Changes(props: { model: string; labels: string[] }) {
  const { t } = useTranslationRef(versionsTranslationRef);
  const versions = useComparedVersions(props.model, props.labels);
  return (
    <LoadedContent loaded={versions} what={t('compare.what')} lines={5}>
      {data => <Comparison comparison={data} nested />}
    </LoadedContent>
  );
}
