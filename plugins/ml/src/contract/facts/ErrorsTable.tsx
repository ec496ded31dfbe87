import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ErrorSurface } from '@understudy/contracts';
import { DataColumn, DataTable } from '../../pieces/DataTable';
import { contractTranslationRef } from '../translation';

/** The errors that a consumer has to be ready for. */
export function ErrorsTable(props: { errors: ErrorSurface[] }) {
  const { t } = useTranslationRef(contractTranslationRef);
  const columns: DataColumn<ErrorSurface>[] = [
    {
      id: 'code',
      title: t('contract.facts.error.code'),
      render: ({ code }) => code,
    },
    {
      id: 'status',
      title: t('contract.facts.error.status'),
      render: ({ httpStatus, grpc }) =>
        [httpStatus, grpc].filter(Boolean).join(' · '),
    },
    {
      id: 'retry',
      title: t('contract.facts.error.retry'),
      render: ({ retryable }) =>
        t(`contract.facts.error.${retryable ? 'yes' : 'no'}`),
    },
    {
      id: 'meaning',
      title: t('contract.facts.error.meaning'),
      render: ({ meaning }) => meaning,
    },
    {
      id: 'fallback',
      title: t('contract.facts.error.fallback'),
      render: ({ fallback }) => fallback,
    },
  ];
  return (
    <DataTable
      label={t('contract.facts.errors')}
      rows={props.errors}
      rowKey={({ code }) => code}
      columns={columns}
    />
  );
}
