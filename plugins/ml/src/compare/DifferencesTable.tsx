import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { mlTranslationRef } from '../translation';
import { versionsTranslationRef } from '../versions/translation';
import { DifferenceRow } from './differencesOf';
import { versionColumns } from './versionColumns';

/** What the versions have differently, one a row, the versions as columns. */
export function DifferencesTable(props: {
  label: string;
  rows: DifferenceRow[];
  versions: ModelVersion[];
}) {
  const { label, rows, versions } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const { t: tVersions } = useTranslationRef(versionsTranslationRef);
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={row => row.name}
      columns={[
        { id: 'name', title: t('pairs.key'), render: row => row.name },
        ...versionColumns(
          versions,
          (row: DifferenceRow, index) =>
            row.values[index] ?? tVersions('compare.missing'),
        ),
      ]}
    />
  );
}
