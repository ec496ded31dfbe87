import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { Loaded } from '../../loading/useLoaded';
import { DataColumn, DataTable } from '../../pieces/DataTable';
import { Tag } from '../../pieces/Tag';
import { contractTranslationRef } from '../translation';
import { ContractFieldName } from './ContractFieldName';
import { ContractFieldUsers } from './ContractFieldUsers';
import { FieldUsage } from './fieldUsage';
import { PortField } from './listPortFields';
import { usePresenceText } from './usePresenceText';
import { useRuleTexts } from './useRuleTexts';
import { useTypeText } from './useTypeText';

/** Fields of a contract, one a row. */
export function ContractFieldsTable(props: {
  rows: PortField[];
  flat: boolean;
  /** Whether it is said of each row which port it is of. */
  withPort: boolean;
  open: ReadonlySet<string>;
  usage: Loaded<FieldUsage>;
  onFold: (key: string) => void;
  onDetails: (row: PortField) => void;
}) {
  const { rows, flat, withPort, open, usage, onFold, onDetails } = props;
  const indent = !flat && rows.some(({ nested }) => nested);
  const { t } = useTranslationRef(contractTranslationRef);
  const typeText = useTypeText();
  const presenceText = usePresenceText();
  const ruleTexts = useRuleTexts();
  const columns: DataColumn<PortField>[] = [
    {
      id: 'name',
      title: t('contract.fields.column.name'),
      minWidth: 200,
      render: row => (
        <ContractFieldName
          row={row}
          flat={flat}
          indent={indent}
          open={open.has(row.key)}
          onFold={() => onFold(row.key)}
          onDetails={() => onDetails(row)}
        />
      ),
    },
    {
      id: 'type',
      title: t('contract.fields.column.type'),
      minWidth: 140,
      render: ({ field }) =>
        [typeText(field.type), field.unit].filter(Boolean).join(' · '),
    },
    {
      id: 'presence',
      title: t('contract.fields.column.presence'),
      render: ({ field }) => presenceText(field),
    },
    {
      id: 'rules',
      title: t('contract.fields.column.rules'),
      render: ({ field }) => ruleTexts(field.constraints).join(', '),
    },
    {
      id: 'sensitivity',
      title: t('contract.fields.column.sensitivity'),
      render: ({ field: { classification, personalData } }) => (
        <>
          {classification && <div>{classification}</div>}
          {personalData?.map(kind => (
            <Tag key={kind}>{kind}</Tag>
          ))}
          {!classification && !personalData && (
            <Typography component="span" variant="body2" color="textSecondary">
              {t('contract.fields.personalNotStated')}
            </Typography>
          )}
        </>
      ),
    },
    {
      id: 'usedBy',
      title: t('contract.fields.column.usedBy'),
      minWidth: 140,
      render: ({ port, path }) => (
        <ContractFieldUsers port={port} path={path} usage={usage} />
      ),
    },
  ];
  if (withPort) {
    columns.splice(1, 0, {
      id: 'port',
      title: t('contract.fields.column.port'),
      render: ({ port }) => port,
    });
  }
  return (
    <DataTable
      label={t('contract.fields.label')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={columns}
    />
  );
}
