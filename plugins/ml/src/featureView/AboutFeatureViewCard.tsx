import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { FeatureViewEntity } from '@understudy/plugin-ml-common';
import { durationParts } from '../pieces/formatDuration';
import { Facts } from '../pieces/Facts';
import { useDurationText } from '../pieces/useDurationText';
import { dataTranslationRef } from '../fields/translation';
import { JoinKeys } from './JoinKeys';
import { ViewVersions } from './ViewVersions';

/** Entity card: how the view is computed and looked up, and what is live. */
export function AboutFeatureViewCard() {
  const { t } = useTranslationRef(dataTranslationRef);
  const { entity } = useEntity<FeatureViewEntity>();
  const { type, lifecycle, freshness, ttl, joinKeys } = entity.spec;
  return (
    <EntityInfoCard title={t('featureView.about')}>
      <Facts
        facts={[
          {
            name: t('featureView.fact.type'),
            value: `${type}: ${t(`featureView.type.${type}`)}`,
          },
          { name: t('featureView.fact.lifecycle'), value: lifecycle },
          {
            name: t('featureView.fact.freshness'),
            value: freshness && <Freshness duration={freshness} />,
          },
          {
            name: t('featureView.fact.ttl'),
            value: ttl && <TimeToLive duration={ttl} />,
          },
        ]}
      />
      <JoinKeys keys={joinKeys} />
      <ViewVersions view={entity} />
    </EntityInfoCard>
  );
}

function Freshness(props: { duration: string }) {
  const { t } = useTranslationRef(dataTranslationRef);
  const inWords = useDurationText();
  return (
    <>
      {durationParts(props.duration)?.length === 0
        ? t('featureView.computedAnew')
        : t('featureView.maxAge', { duration: inWords(props.duration) })}
    </>
  );
}

function TimeToLive(props: { duration: string }) {
  const { t } = useTranslationRef(dataTranslationRef);
  const inWords = useDurationText();
  return <>{t('featureView.keptFor', { duration: inWords(props.duration) })}</>;
}
