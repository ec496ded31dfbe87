import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { CompareWithChampion } from '../compare/CompareWithChampion';
import { LoadedContent } from '../loading/LoadedContent';
import { formatVersion } from '../pieces/formatVersion';
import { modelRefOf } from '../pieces/modelPath';
import { PageTitle } from '../pieces/PageTitle';
import { RequestPromotionDialog } from '../promotion/RequestPromotionDialog';
import { versionsTranslationRef } from './translation';
import { useVersion } from './useVersion';
import { VersionSections } from './VersionSections';

/** Everything about one version of a model. */
export function VersionPage() {
  const { t } = useTranslationRef(versionsTranslationRef);
  const params = useParams();
  const model = modelRefOf(params);
  const asked = params.version ?? '';
  const details = useVersion(model, asked);
  // The address may name an alias or an id; people know versions by their label.
  const label = details.data?.version.label ?? asked;
  const [promoting, setPromoting] = useState(false);
  const mayPromote =
    details.data?.asking.options?.mayPromote && !details.data.version.tombstone;
  return (
    <>
      <PageTitle
        title={formatVersion(label)}
        subtitle={
          <>
            {t('version.of')} <EntityRefLink entityRef={model} />
          </>
        }
        actions={
          details.data && (
            <>
              <CompareWithChampion version={details.data.version} />
              {mayPromote && (
                <Button
                  variant="contained"
                  color="primary"
                  onClick={() => setPromoting(true)}
                >
                  {t('version.promote')}
                </Button>
              )}
            </>
          )
        }
      />
      <LoadedContent
        loaded={details}
        what={t('version.what', { version: formatVersion(label) })}
        lines={8}
      >
        {data => <VersionSections details={data} />}
      </LoadedContent>
      {promoting && (
        <RequestPromotionDialog
          model={model}
          version={details.data?.version.label}
          onClose={() => setPromoting(false)}
        />
      )}
    </>
  );
}
