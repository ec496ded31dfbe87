import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { Delta } from '../pieces/Delta';
import { formatBytes } from '../pieces/formatBytes';
import { formatNumber } from '../pieces/formatNumber';
import { formatVersion } from '../pieces/formatVersion';
import { shortDigest } from '../pieces/shortDigest';
import { Since } from '../pieces/Since';
import { dataTranslationRef } from '../fields/translation';
import { versionsTranslationRef } from '../versions/translation';
import { SnapshotDifference, snapshotDifferences } from './snapshotDifferences';

type Row = Omit<SnapshotDifference, 'fact'> & {
  fact: SnapshotDifference['fact'] | 'digest';
};

/** How the data of two versions of a dataset differ, one fact a row. */
export function SnapshotDifferencesTable(props: {
  before: ModelVersion;
  after: ModelVersion;
}) {
  const { before, after } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const { t: tVersions } = useTranslationRef(versionsTranslationRef);
  const rows: Row[] = [
    { fact: 'digest', before: before.digest, after: after.digest },
    ...snapshotDifferences(before, after),
  ];
  return (
    <DataTable
      label={t('dataVersions.compare.label')}
      rows={rows}
      rowKey={({ fact }) => fact}
      columns={[
        {
          id: 'fact',
          title: t('dataVersions.compare.column.name'),
          render: ({ fact }) =>
            fact === 'digest'
              ? tVersions('version.fact.digest')
              : t(`dataVersions.page.${fact}`),
        },
        {
          id: 'before',
          title: t('dataVersions.compare.column.before', {
            version: formatVersion(before.label),
          }),
          render: row => <FactValue fact={row.fact} value={row.before} />,
        },
        {
          id: 'after',
          title: t('dataVersions.compare.column.after', {
            version: formatVersion(after.label),
          }),
          render: row => (
            <>
              <FactValue fact={row.fact} value={row.after} />{' '}
              {row.fact === 'rows' &&
                typeof row.before === 'number' &&
                typeof row.after === 'number' && (
                  <Delta change={row.after - row.before} />
                )}
            </>
          ),
        },
      ]}
    />
  );
}

function FactValue(props: { fact: Row['fact']; value?: string | number }) {
  const { fact, value } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  if (value === undefined) {
    return <>{t('compare.missing')}</>;
  }
  if (typeof value === 'number') {
    return <>{fact === 'bytes' ? formatBytes(value) : formatNumber(value)}</>;
  }
  switch (fact) {
    case 'digest':
      return <code title={value}>{shortDigest(value)}</code>;
    case 'asOf':
      return <Since time={value} />;
    default:
      return <>{value}</>;
  }
}
