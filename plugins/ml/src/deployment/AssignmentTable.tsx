import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Assignment } from '@understudy/plugin-ml-common';
import { DataColumn, DataTable } from '../pieces/DataTable';
import { Since } from '../pieces/Since';
import { StageChip } from '../pieces/StageChip';
import { VersionLink } from '../pieces/VersionLink';
import { promotionRouteRef } from '../routes';
import { registryTranslationRef } from '../models/translation';

/** What was assigned where, from when to when, and by which promotion. */
export function AssignmentTable(props: {
  label: string;
  assignments: Assignment[];
  /** Leave out which version it was, where all are of one. */
  ofOneVersion?: boolean;
}) {
  const { label, assignments, ofOneVersion } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const promotionPath = useRouteRef(promotionRouteRef);
  const version: DataColumn<Assignment> = {
    id: 'version',
    title: t('history.version'),
    render: each => <VersionLink model={each.model} version={each.version} />,
  };
  return (
    <DataTable
      label={label}
      rows={assignments}
      rowKey={assignment => assignment.id}
      columns={[
        {
          id: 'where',
          title: t('history.where'),
          render: ({ stage, target, slot }) => (
            <StageChip stage={stage} target={target} slot={slot} />
          ),
        },
        ...(ofOneVersion ? [] : [version]),
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
