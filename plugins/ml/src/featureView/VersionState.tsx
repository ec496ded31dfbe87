import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FeatureViewVersion } from '@understudy/plugin-ml-common';
import { Tag } from '../pieces/Tag';
import { dataTranslationRef } from '../fields/translation';

/** Whether a version of a view is served, and for how long still. */
export function VersionState(props: { state: FeatureViewVersion['state'] }) {
  const { state } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  return (
    <Tag
      title={t(`featureView.stateMeaning.${state}`)}
      strong={state === 'live'}
    >
      {t(`featureView.state.${state}`)}
    </Tag>
  );
}
