import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { CommandText } from '../pieces/CommandText';
import { EmptyState } from '../pieces/EmptyState';
import { versionsTranslationRef } from '../versions/translation';
import { evidenceCommand } from './evidenceCommand';

/** Evidence comes from builds: says what they have to do. */
export function NoEvidence(props: { version: ModelVersion }) {
  const { version } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const discoveryApi = useApi(discoveryApiRef);
  const address = useLoaded(
    useCallback(() => discoveryApi.getBaseUrl('ml'), [discoveryApi]),
  );
  if (version.tombstone) {
    return (
      <EmptyState
        title={t('versionEvidence.empty')}
        why={t('versionEvidence.emptyClosed')}
      />
    );
  }
  return (
    <EmptyState
      title={t('versionEvidence.empty')}
      why={t('versionEvidence.emptyWhy')}
      action={
        <LoadedContent
          loaded={address}
          what={t('versionEvidence.what')}
          lines={1}
        >
          {url => <CommandText command={evidenceCommand(url, version)} />}
        </LoadedContent>
      }
    />
  );
}
