import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { Field } from '@understudy/contracts';
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
  name: 160,
  type: 120,
  unit: 70,
  default: 90,
};

const useStyles = makeStyles(theme => ({
  scroll: {
    overflow: 'auto',
    maxHeight: '75vh',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  head: {
    padding: theme.spacing(0.5),
    lineHeight: 1.43,
    wordBreak: 'normal',
    backgroundColor: theme.palette.background.paper,
  },
}));

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
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={label}
      // Scrolling by keyboard needs the focus.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <Table size="small" stickyHeader aria-label={label}>
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell
                key={column}
                className={classes.head}
                style={{ minWidth: WIDTHS[column] }}
              >
                {t(`contract.try.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            // The place stays when the name is edited, and so does the focus.
            // When places move, what was typed must not end up in another row.
            <DraftFieldRow
              key={`${total} ${row.index}`}
              {...row}
              {...actions}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
