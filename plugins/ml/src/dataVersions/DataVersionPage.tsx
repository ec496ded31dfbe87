import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { isFeatureViewEntity } from '@understudy/plugin-ml-common';
import { useParams } from 'react-router-dom';
import { VersionState } from '../featureView/VersionState';
import { describeError } from '../loading/describeError';
import { LoadedContent } from '../loading/LoadedContent';
import { formatVersion } from '../pieces/formatVersion';
import { modelRefOf } from '../pieces/modelPath';
import { PageTitle } from '../pieces/PageTitle';
import { VersionedKind } from '../pieces/versionedKinds';
import { versionsTranslationRef } from '../versions/translation';
import { DataVersionSections } from './DataVersionSections';
import { NoSuchVersion } from './NoSuchVersion';
import { DataVersion, useDataVersion } from './useDataVersion';

/** Everything about one version of a feature view or dataset. */
export function DataVersionPage(props: {
  kind: Exclude<VersionedKind, 'model'>;
}) {
  const { t } = useTranslationRef(versionsTranslationRef);
  const params = useParams();
  const ref = modelRefOf(params, props.kind);
  const asked = params.version ?? '';
  const loaded = useDataVersion(ref, asked);
  // The address may name an id; people know versions by their label.
  const label = loaded.data?.version.label ?? asked;
  const missing =
    loaded.error && describeError(loaded.error).kind === 'notFound';
  return (
    <>
      <PageTitle
        title={formatVersion(label)}
        subtitle={
          <>
            {t('version.of')} <EntityRefLink entityRef={ref} />{' '}
            {loaded.data && <State known={loaded.data} />}
          </>
        }
      />
      {missing ? (
        <NoSuchVersion entityRef={ref} label={label} />
      ) : (
        <LoadedContent
          loaded={loaded}
          what={t('version.what', { version: formatVersion(label) })}
          lines={8}
        >
          {known => <DataVersionSections known={known} />}
        </LoadedContent>
      )}
    </>
  );
}

/** Whether the catalog says that the version is served. */
function State(props: { known: DataVersion }) {
  const { entity, version } = props.known;
  const declared =
    entity && isFeatureViewEntity(entity)
      ? entity.spec.versions?.find(({ label }) => label === version.label)
      : undefined;
  return declared ? <VersionState state={declared.state} /> : null;
}
