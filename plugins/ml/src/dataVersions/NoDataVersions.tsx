import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useCallback } from 'react';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { CommandText } from '../pieces/CommandText';
import { EmptyState } from '../pieces/EmptyState';
import { versionedKindOf } from '../pieces/versionedKinds';
import { dataTranslationRef } from '../fields/translation';
import { registrationCommand } from './registrationCommand';

/** Why there are no versions, and what makes one. */
export function NoDataVersions(props: {
  /** Ref of the feature view or dataset. */
  subject: string;
  /** There are others, which a filter leaves out. */
  filtered: boolean;
  onClear: () => void;
}) {
  const { subject, filtered, onClear } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const discoveryApi = useApi(discoveryApiRef);
  const address = useLoaded(
    useCallback(() => discoveryApi.getBaseUrl('ml'), [discoveryApi]),
  );
  if (filtered) {
    return (
      <EmptyState
        title={t('dataVersions.tab.filtered')}
        why={t('dataVersions.tab.filteredWhy')}
        action={
          <Button variant="outlined" onClick={onClear}>
            {t('dataVersions.tab.clear')}
          </Button>
        }
      />
    );
  }
  const isDataset = versionedKindOf(subject) === 'dataset';
  return (
    <EmptyState
      title={t('dataVersions.tab.none')}
      why={t(
        `dataVersions.tab.${isDataset ? 'noneDatasetWhy' : 'noneViewWhy'}`,
      )}
      action={
        <LoadedContent
          loaded={address}
          what={t('dataVersions.tab.what')}
          lines={1}
        >
          {url => <CommandText command={registrationCommand(url, subject)} />}
        </LoadedContent>
      }
    />
  );
}
