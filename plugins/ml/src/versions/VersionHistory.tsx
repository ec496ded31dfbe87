import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { EventList } from '../ledger/EventList';
import { LoadedContent } from '../loading/LoadedContent';
import { Problem } from '../loading/Problem';
import { usePages } from '../loading/usePages';
import { promotionTranslationRef } from '../promotion/translation';

const AT_ONCE = 20;

/** What the ledger says about one version, newest first. */
export function VersionHistory(props: {
  version: Pick<ModelVersion, 'model' | 'label'>;
}) {
  const { t } = useTranslationRef(promotionTranslationRef);
  const api = useApi(mlApiRef);
  const { model, label } = props.version;
  const { loaded, more, busy, moreError } = usePages(
    useCallback(
      async (cursor?: string) =>
        await api.listEvents({
          subject: `${model}@${label}`,
          limit: AT_ONCE,
          cursor,
        }),
      [api, model, label],
    ),
  );
  return (
    <LoadedContent loaded={loaded} what={t('timeline.what')} lines={4}>
      {page => (
        <>
          <EventList events={page.items} />
          {moreError && (
            <Problem error={moreError} title={t('timeline.earlier')} />
          )}
          {more && (
            <Button onClick={more} disabled={busy}>
              {t('timeline.earlier')}
            </Button>
          )}
        </>
      )}
    </LoadedContent>
  );
}
