import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useParams, useSearchParams } from 'react-router-dom';
import { LoadedContent } from '../loading/LoadedContent';
import { formatVersion } from '../pieces/formatVersion';
import { modelRefOf } from '../pieces/modelPath';
import { PageTitle } from '../pieces/PageTitle';
import { versionsTranslationRef } from '../versions/translation';
import { readLabels } from './comparedLabels';
import { ComparedVersions } from './ComparedVersions';
import { Comparison } from './Comparison';
import { useComparedVersions } from './useComparedVersions';

/** Two to four versions of a model side by side. The first is the baseline. */
export function ComparePage() {
  const { t } = useTranslationRef(versionsTranslationRef);
  const model = modelRefOf(useParams());
  const [params] = useSearchParams();
  const labels = readLabels(params);
  const versions = useComparedVersions(model, labels);
  return (
    <>
      <PageTitle
        title={t('compare.title', {
          versions: labels.map(formatVersion).join(', '),
        })}
        subtitle={
          <>
            {t('version.of')} <EntityRefLink entityRef={model} />
            {labels.length > 0 &&
              ` · ${t('compare.baseline', {
                version: formatVersion(labels[0]),
              })}`}
          </>
        }
      />
      <ComparedVersions model={model} />
      <LoadedContent loaded={versions} what={t('compare.what')} lines={8}>
        {data => <Comparison comparison={data} />}
      </LoadedContent>
    </>
  );
}
