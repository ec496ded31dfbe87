import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCallback } from 'react';
import { mlApiRef } from '../api/MlApi';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { DataTable } from '../pieces/DataTable';
import { EmptyState } from '../pieces/EmptyState';
import { Since } from '../pieces/Since';
import { StageChip } from '../pieces/StageChip';
import { VersionLink } from '../pieces/VersionLink';
import { promotionRouteRef } from '../routes';
import { mlTranslationRef } from '../translation';

/** The most the backend gives at once. */
const AT_MOST = 200;

/** What was assigned where, from when to when, and by which promotion. */
export function AssignmentHistory(props: { model: string }) {
  const { model } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const api = useApi(mlApiRef);
  const promotionPath = useRouteRef(promotionRouteRef);
  const history = useLoaded(
    useCallback(
      () => api.listAssignments(model, { view: 'history', limit: AT_MOST }),
      [api, model],
    ),
  );
  return (
    <LoadedContent loaded={history} what={t('history.what')}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('history.empty')} why={t('history.emptyWhy')} />
        ) : (
          <DataTable
            label={t('history.label')}
            rows={items}
            rowKey={assignment => assignment.id}
            columns={[
              {
                id: 'where',
                title: t('history.where'),
                render: ({ stage, target, slot }) => (
                  <StageChip stage={stage} target={target} slot={slot} />
                ),
              },
              {
                id: 'version',
                title: t('history.version'),
                render: ({ version }) => (
                  <VersionLink model={model} version={version} />
                ),
              },
              {
                id: 'since',
                title: t('history.since'),
                render: ({ since }) => <Since time={since} />,
              },
              {
                id: 'until',
                title: t('history.until'),
                render: ({ until }) =>
                  until ? <Since time={until} /> : t('history.inForce'),
              },
              {
                id: 'promotion',
                title: t('history.by'),
                render: ({ promotionId }) => (
                  <Link to={promotionPath({ id: promotionId })}>
                    {t('history.promotion')}
                  </Link>
                ),
              },
            ]}
          />
        )
      }
    </LoadedContent>
  );
}
