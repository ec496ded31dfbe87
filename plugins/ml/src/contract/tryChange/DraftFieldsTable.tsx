import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Field } from '@understudy/contracts';
import { TableFrame } from '../../pieces/TableFrame';
import { contractTranslationRef } from '../translation';
import { DraftFieldRow, RowActions } from './DraftFieldRow';
import { FieldChange } from './fieldChanges';

const COLUMNS = [
  'name',
  'type',
  'required',
  'nullable',
  'unit',
  'default',
  'actions',
] as const;

const WIDTHS: Partial<Record<(typeof COLUMNS)[number], number>> = {
  name: 150,
  type: 120,
  unit: 70,
  default: 80,
};

/** Fields of one port to edit, one a row. */
export function DraftFieldsTable(
  props: {
    label: string;
    rows: { field: Field; index: number; change: FieldChange }[];
    /** How many fields the port has. */
    total: number;
  } & RowActions,
) {
  const { label, rows, total, ...actions } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  return (
    <TableFrame
      tight
      label={label}
      head={COLUMNS.map(id => ({
        id,
        title: t(`contract.try.column.${id}`),
        minWidth: WIDTHS[id],
      }))}
    >
      {rows.map(row => (
        // The place stays when the name is edited, and so does the focus.
        // When places move, what was typed must not end up in another row.
        <DraftFieldRow key={`${total} ${row.index}`} {...row} {...actions} />
      ))}
    </TableFrame>
  );
}
