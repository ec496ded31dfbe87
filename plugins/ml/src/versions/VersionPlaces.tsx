import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Assignment } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { EmptyState } from '../pieces/EmptyState';
import { Since } from '../pieces/Since';
import { StageChip } from '../pieces/StageChip';
import { promotionRouteRef } from '../routes';
import { mlTranslationRef } from '../translation';

/** Where a version is and was, and by which promotion. */
export function VersionPlaces(props: { assignments: Assignment[] }) {
  const { t } = useTranslationRef(mlTranslationRef);
  const promotionPath = useRouteRef(promotionRouteRef);
  if (props.assignments.length === 0) {
    return (
      <EmptyState title={t('version.nowhere')} why={t('version.nowhereWhy')} />
    );
  }
  return (
    <DataTable
      label={t('version.places')}
      rows={props.assignments}
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
  );
}
