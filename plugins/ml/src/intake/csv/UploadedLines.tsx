import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { IntakeDecisionResult } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { DataTable } from '../../pieces/DataTable';
import { FilterChips } from '../../pieces/FilterChips';
import { formatNumber } from '../../pieces/formatNumber';
import { intakeTranslationRef } from '../translation';
import { Outcome } from '../decide/Outcome';

/** A file may have thousands of lines; the browser draws so many at a time. */
const SHOWN = 100;

/** The lines of a file with what becomes of each; begins with what is refused. */
export function UploadedLines(props: { items: IntakeDecisionResult[] }) {
  const { items } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const refused = items.filter(({ outcome }) => outcome === 'refused');
  const [chosen, setChosen] = useState<'all' | 'refused'>();
  const [shown, setShown] = useState(SHOWN);
  const view = chosen ?? (refused.length > 0 ? 'refused' : 'all');
  const lines = view === 'all' ? items : refused;
  if (items.length === 0) {
    return null;
  }
  return (
    <>
      {refused.length > 0 && (
        <FilterChips
          title={t('intake.csv.show')}
          choices={[
            {
              value: 'refused',
              label: t('intake.csv.refused', {
                amount: formatNumber(refused.length),
              }),
            },
            {
              value: 'all',
              label: t('intake.csv.all', {
                amount: formatNumber(items.length),
              }),
            },
          ]}
          selected={[view]}
          onToggle={value => {
            setChosen(value === 'all' ? 'all' : 'refused');
            setShown(SHOWN);
          }}
        />
      )}
      <DataTable
        label={t('intake.csv.table')}
        rows={lines.slice(0, shown)}
        rowKey={({ line, record }) => `${line} ${record.server} ${record.name}`}
        columns={[
          {
            id: 'line',
            title: t('intake.csv.line'),
            align: 'right',
            render: ({ line }) => line,
          },
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
      {lines.length > shown && (
        <Button size="small" onClick={() => setShown(count => count + SHOWN)}>
          {t('intake.csv.more')}
        </Button>
      )}
    </>
  );
}
