import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { LoadedContent } from '../loading/LoadedContent';
import { Problem } from '../loading/Problem';
import { usePages } from '../loading/usePages';
import { EmptyState } from '../pieces/EmptyState';
import { registryTranslationRef } from '../models/translation';
import { AssignmentTable } from './AssignmentTable';

const AT_ONCE = 50;

/**
 * Everything that was ever assigned of a model, of one version of it, or what
 * was in force at one time.
 */
export function AssignmentHistory(props: {
  model: string;
  /** Id of the version. */
  versionId?: string;
  /** ISO 8601. */
  at?: string;
  label: string;
  /** What to say where there is nothing. */
  empty: { title: string; why: string };
}) {
  const { model, versionId, at, label, empty } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const api = useApi(mlApiRef);
  const { loaded, more, busy, moreError } = usePages(
    useCallback(
      async (cursor?: string) =>
        await api.listAssignments(model, {
          view: 'history',
          at,
          versionId,
          limit: AT_ONCE,
          cursor,
        }),
      [api, model, versionId, at],
    ),
  );
  return (
    <LoadedContent loaded={loaded} what={t('history.what')}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState {...empty} />
        ) : (
          <>
            <AssignmentTable
              label={label}
              assignments={items}
              ofOneVersion={versionId !== undefined}
            />
            {moreError && (
              <Problem error={moreError} title={t('history.earlier')} />
            )}
            {more && (
              <Button onClick={more} disabled={busy}>
                {t('history.earlier')}
              </Button>
            )}
          </>
        )
      }
    </LoadedContent>
  );
}
