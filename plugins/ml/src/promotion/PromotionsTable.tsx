import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { PromotionSummary } from '@understudy/plugin-ml-common';
import { DataColumn, DataTable } from '../pieces/DataTable';
import { formatVersion } from '../pieces/formatVersion';
import { Since } from '../pieces/Since';
import { StageChip } from '../pieces/StageChip';
import { promotionRouteRef } from '../routes';
import { promotionTranslationRef } from './translation';
import { PromotionStateChip } from './PromotionStateChip';

/** Promotions, one a row. On a model's own page its name is left out. */
export function PromotionsTable(props: {
  promotions: PromotionSummary[];
  withoutModel?: boolean;
}) {
  const { t } = useTranslationRef(promotionTranslationRef);
  const promotionPath = useRouteRef(promotionRouteRef);
  const columns: DataColumn<PromotionSummary>[] = [
    {
      id: 'promotion',
      title: t('promotions.table.promotion'),
      render: ({ id, kind, version }) => (
        <Link to={promotionPath({ id })}>
          {t(`promotionKind.${kind}`, { version: formatVersion(version) })}
        </Link>
      ),
    },
    {
      id: 'state',
      title: t('promotions.table.state'),
      render: ({ state, waitingFor }) => (
        <>
          <PromotionStateChip state={state} /> {waitingFor}
        </>
      ),
    },
    {
      id: 'model',
      title: t('promotions.table.model'),
      render: ({ model }) => <EntityRefLink entityRef={model} />,
    },
    {
      id: 'where',
      title: t('promotions.table.where'),
      render: ({ toStage, target }) => (
        <StageChip stage={toStage} target={target} />
      ),
    },
    {
      id: 'by',
      title: t('promotions.table.by'),
      render: ({ requestedBy }) => (
        <EntityRefLink entityRef={requestedBy} defaultKind="user" />
      ),
    },
    {
      id: 'requested',
      title: t('promotions.table.requested'),
      render: ({ requestedAt }) => <Since time={requestedAt} />,
    },
    {
      id: 'since',
      title: t('promotions.table.since'),
      render: ({ stateSince }) => <Since time={stateSince} />,
    },
  ];
  return (
    <DataTable
      label={t('promotions.table.label')}
      rows={props.promotions}
      rowKey={promotion => promotion.id}
      columns={columns.filter(
        column => !(props.withoutModel && column.id === 'model'),
      )}
    />
  );
}
