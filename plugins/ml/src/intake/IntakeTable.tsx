import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { IntakeRecord, registryRecordKey } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { formatNumber } from '../pieces/formatNumber';
import { formatVersion } from '../pieces/formatVersion';
import { Since } from '../pieces/Since';
import { useSortableColumns } from '../pieces/useSortableColumns';
import { intakeTranslationRef } from './translation';
import { intakeSortFields } from './intakeFilters';
import { IntakeStatusTag } from './IntakeStatusTag';
import { ModelCell } from './ModelCell';
import { RecordCell } from './RecordCell';
import { SuggestionTaker } from './Suggestion';
import { RecordSelection } from './useRecordSelection';

const useStyles = makeStyles({
  checkbox: { padding: 0 },
  // Labels may be long; what is cut off stands in the drawer.
  label: {
    display: 'inline-block',
    maxWidth: 90,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    verticalAlign: 'bottom',
  },
});

/** Records, one a row: what it is, how it stands, whose it is or may be. */
export function IntakeTable(props: {
  records: IntakeRecord[];
  /** What people call a server. */
  serverTitle: (server: string) => string;
  selection: RecordSelection;
  taker: SuggestionTaker;
  onOpen: (record: IntakeRecord) => void;
}) {
  const { records, serverTitle, selection, taker, onOpen } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  const sortable = useSortableColumns(intakeSortFields);
  return (
    <DataTable
      label={t('intake.table.label')}
      rows={records}
      rowKey={({ record }) => registryRecordKey(record)}
      isSelected={selection.has}
      onOpen={onOpen}
      columns={[
        {
          id: 'select',
          control: true,
          title: (
            <Checkbox
              size="small"
              color="primary"
              className={classes.checkbox}
              checked={selection.ofPage === 'all'}
              indeterminate={selection.ofPage === 'some'}
              onChange={selection.togglePage}
              inputProps={{ 'aria-label': t('intake.table.selectPage') }}
            />
          ),
          render: row => (
            <Checkbox
              size="small"
              color="primary"
              className={classes.checkbox}
              checked={selection.has(row)}
              onChange={() => selection.toggle(row)}
              inputProps={{
                'aria-label': t('intake.table.select', {
                  record: row.record.name,
                }),
              }}
            />
          ),
        },
        {
          id: 'record',
          ...sortable('name', t('intake.table.record')),
          minWidth: 195,
          render: row => (
            <RecordCell
              record={row}
              registry={serverTitle(row.record.server)}
              onOpen={() => onOpen(row)}
            />
          ),
        },
        {
          id: 'kind',
          title: t('intake.table.kind'),
          render: ({ kind }) => t(`intake.kind.${kind}`),
        },
        {
          id: 'status',
          title: t('intake.table.status'),
          render: ({ status, goneSince }) => (
            <>
              <IntakeStatusTag status={status} />
              {goneSince && (
                <Typography variant="body2" color="textSecondary">
                  {t('intake.table.gone')} <Since time={goneSince} />
                </Typography>
              )}
            </>
          ),
        },
        {
          id: 'model',
          title: t('intake.table.model'),
          minWidth: 200,
          render: row => <ModelCell record={row} taker={taker} />,
        },
        {
          id: 'versions',
          title: t('intake.table.versions'),
          align: 'right',
          render: ({ versions, latestVersion }) => (
            <>
              {formatNumber(versions)}
              {latestVersion && (
                <Typography variant="body2" color="textSecondary">
                  <span className={classes.label} title={latestVersion.label}>
                    {formatVersion(latestVersion.label)}
                  </span>
                  {' · '}
                  <Since time={latestVersion.createdAt} />
                </Typography>
              )}
            </>
          ),
        },
        {
          id: 'firstSeen',
          ...sortable('firstSeenAt', t('intake.table.firstSeen')),
          minWidth: 100,
          render: ({ firstSeenAt }) => <Since time={firstSeenAt} />,
        },
      ]}
    />
  );
}
