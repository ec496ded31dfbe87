import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { formatVersion } from '../pieces/formatVersion';
import { mlTranslationRef } from '../translation';
import { DifferenceRow } from './differencesOf';

/** What the versions have differently, one a row, the versions as columns. */
export function DifferencesTable(props: {
  label: string;
  rows: DifferenceRow[];
  versions: ModelVersion[];
}) {
  const { label, rows, versions } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={row => row.name}
      columns={[
        { id: 'name', title: t('pairs.key'), render: row => row.name },
        ...versions.map((version, index) => ({
          id: version.id,
          title: formatVersion(version.label),
          render: (row: DifferenceRow) =>
            row.values[index] ?? t('compare.missing'),
        })),
      ]}
    />
  );
}
