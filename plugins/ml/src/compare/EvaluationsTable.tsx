import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  EvaluationComparison,
  ModelVersion,
} from '@understudy/plugin-ml-common';
import { sliceName } from '../evidence/sliceRows';
import { DataTable } from '../pieces/DataTable';
import { versionsTranslationRef } from '../versions/translation';
import { EvaluationCell } from './EvaluationCell';
import { ComparedGroup } from './groupEvaluations';
import { versionColumns } from './versionColumns';

/** Evaluations on one dataset and split, slice by slice, versions as columns. */
export function EvaluationsTable(props: {
  group: ComparedGroup;
  versions: ModelVersion[];
}) {
  const { group, versions } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <DataTable
      label={t('compared.evaluationsOf', { data: group.data })}
      rows={group.rows}
      rowKey={row => `${sliceName(row.by)} ${row.name}`}
      columns={[
        {
          id: 'slice',
          title: t('compared.slice'),
          render: ({ by }) => sliceName(by) || t('compared.whole'),
        },
        {
          id: 'metric',
          title: t('metric.name'),
          render: ({ name, unit }) => (unit ? `${name} (${unit})` : name),
        },
        ...versionColumns(versions, (row: EvaluationComparison, index) => (
          <EvaluationCell row={row} index={index} />
        )),
      ]}
    />
  );
}
