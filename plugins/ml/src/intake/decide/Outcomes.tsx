import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import {
  IntakeDecisionResult,
  registryRecordKey,
} from '@understudy/plugin-ml-common';
import { DataTable } from '../../pieces/DataTable';
import { intakeTranslationRef } from '../translation';
import { Outcome } from './Outcome';

/** What became of each record, what was refused first. */
export function Outcomes(props: { results: IntakeDecisionResult[] }) {
  const { t } = useTranslationRef(intakeTranslationRef);
  const refused = props.results.filter(each => each.outcome === 'refused');
  const others = props.results.filter(each => each.outcome !== 'refused');
  return (
    <div role="status">
      {refused.length > 0 && (
        <Typography variant="body2" gutterBottom>
          {t(
            others.length > 0
              ? 'intake.dialog.outcomesRefused'
              : 'intake.dialog.outcomesNothing',
          )}
        </Typography>
      )}
      <DataTable
        label={t('intake.dialog.outcomes')}
        rows={[...refused, ...others]}
        rowKey={({ record }) => registryRecordKey(record)}
        columns={[
          {
            id: 'record',
            title: t('intake.csv.record'),
            render: ({ record }) => `${record.name} (${record.server})`,
          },
          {
            id: 'outcome',
            title: t('intake.csv.outcome'),
            render: result => <Outcome result={result} />,
          },
        ]}
      />
    </div>
  );
}
