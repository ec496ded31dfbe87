import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { useCallback } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { useLoaded } from '../loading/useLoaded';
import { deadLettersRouteRef } from '../routes';
import { lineageTranslationRef } from '../translation';

/**
 * Whether the newest may be missing: events that were received and are not in
 * the graph yet, and those that could not be read.
 */
export function ReceivedNote(props: {
  /** When the graph was read; it is asked again whenever that changes. */
  readAt?: number;
}) {
  const { t } = useTranslationRef(lineageTranslationRef);
  const lineageApi = useApi(lineageApiRef);
  const deadLettersPage = useRouteRef(deadLettersRouteRef);
  const { readAt } = props;
  const status = useLoaded(
    useCallback(
      async () =>
        readAt === undefined ? undefined : await lineageApi.getStatus(),
      [lineageApi, readAt],
    ),
    { keep: () => true },
  );
  const { data, error } = status;
  const notes = [
    error && t('received.unknown'),
    data && data.backlog > 0 && t('received.waiting', { count: data.backlog }),
    data?.deadLetters && t('received.deadLetters', { count: data.deadLetters }),
  ].filter(Boolean);
  return notes.length > 0 ? (
    <Typography variant="body2" color="textSecondary">
      {notes.join(' ')}
      {data?.deadLetters ? (
        <>
          {' '}
          <Link to={deadLettersPage()} underline="always">
            {t('received.seeWhich')}
          </Link>
        </>
      ) : null}
    </Typography>
  ) : null;
}
