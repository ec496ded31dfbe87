import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { RegistrySourceStatus } from '@understudy/plugin-ml-common';
import { mlApiRef } from '../api/MlApi';
import { intakeTranslationRef } from '../intake/translation';
import { countFact } from './countFact';
import { ReadStatus } from './ReadStatus';
import { SyncNow } from './SyncNow';

/** How the versions of a registry were read. */
export function VersionsStatus(props: {
  source: RegistrySourceStatus;
  reload: () => void;
}) {
  const { source, reload } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const api = useApi(mlApiRef);
  return (
    <ReadStatus
      title={t('registries.versions')}
      lastSuccessAt={source.lastSuccessAt}
      lastAttemptAt={source.lastAttemptAt}
      lastError={source.lastError}
      stale={source.stale}
      counts={[
        countFact(t('registries.count.records'), source.records),
        countFact(t('registries.count.versions'), source.versions),
      ]}
      actions={
        <SyncNow
          label={t('registries.syncVersions', { registry: source.title })}
          sync={() => api.syncRegistry(source.server)}
          reload={reload}
        />
      }
    />
  );
}
