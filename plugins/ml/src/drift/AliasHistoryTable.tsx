import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { AliasChange } from '@understudy/plugin-ml-common';
import { ActorName } from '../pieces/ActorName';
import { DataTable } from '../pieces/DataTable';
import { Since } from '../pieces/Since';
import { VersionLink } from '../pieces/VersionLink';
import { promotionRouteRef } from '../routes';
import { registryTranslationRef } from '../models/translation';

/** Which alias went from where to where, when, how and by whom. */
export function AliasHistoryTable(props: {
  model: string;
  changes: AliasChange[];
}) {
  const { model, changes } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const promotionPath = useRouteRef(promotionRouteRef);
  return (
    <DataTable
      label={t('drift.history.title')}
      rows={changes}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'at',
          title: t('drift.history.at'),
          render: ({ at }) => <Since time={at} />,
        },
        {
          id: 'alias',
          title: t('drift.history.alias'),
          render: ({ alias }) => alias,
        },
        {
          id: 'change',
          title: t('drift.history.change'),
          render: change => <Change model={model} change={change} />,
        },
        {
          id: 'how',
          title: t('drift.history.how'),
          render: ({ via, promotionId }) =>
            promotionId ? (
              <Link to={promotionPath({ id: promotionId })}>
                {t(`drift.history.via.${via}`)}
              </Link>
            ) : (
              t(`drift.history.via.${via}`)
            ),
        },
        {
          id: 'by',
          title: t('drift.history.by'),
          render: ({ by }) =>
            by ? <ActorName actor={by} /> : t('drift.history.unknown'),
        },
        {
          id: 'where',
          title: t('drift.history.where'),
          render: ({ server, record }) => `${server}: ${record}`,
        },
      ]}
    />
  );
}

function Change(props: { model: string; change: AliasChange }) {
  const { model } = props;
  const { from, to } = props.change;
  const { t } = useTranslationRef(registryTranslationRef);
  return (
    <>
      {from && (
        <>
          {t('drift.history.from')}{' '}
          <VersionLink model={model} version={from.label} />{' '}
        </>
      )}
      {to ? (
        <>
          {t(from ? 'drift.history.to' : 'drift.history.set')}{' '}
          <VersionLink model={model} version={to.label} />
        </>
      ) : (
        t('drift.history.off')
      )}
    </>
  );
}
