import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { MouseEvent, ReactNode } from 'react';
import { HeadCell, TableFrame } from './TableFrame';

/** One column: what its header says and what a cell shows. */
export interface DataColumn<T> extends HeadCell {
  render: (row: T) => ReactNode;
  /** Holds a control; a click beside it does not open the row. */
  control?: boolean;
}

const useStyles = makeStyles(theme => ({
  // Rows differ in height; what belongs together has to start together. Words
  // stay whole: a table that is too wide scrolls.
  cell: {
    verticalAlign: 'top',
    padding: theme.spacing(1),
    lineHeight: 1.43,
    wordBreak: 'normal',
    overflowWrap: 'break-word',
  },
  number: { whiteSpace: 'nowrap' },
  // A darker background would take the contrast from secondary text.
  selected: { boxShadow: `inset 3px 0 ${theme.palette.primary.main}` },
  opens: { cursor: 'pointer' },
}));

/** A dense table of things, one a row. */
export function DataTable<T>(props: {
  label: string;
  columns: DataColumn<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  isSelected?: (row: T) => boolean;
  /**
   * Shows more of a row that is clicked. Give one of its cells a button that
   * does the same, for the keyboard.
   */
  onOpen?: (row: T) => void;
}) {
  const { label, columns, rows, rowKey, isSelected, onOpen } = props;
  const classes = useStyles();
  return (
    <TableFrame label={label} head={columns}>
      {rows.map(row => (
        <TableRow
          key={rowKey(row)}
          className={`${isSelected?.(row) ? classes.selected : ''} ${
            onOpen ? classes.opens : ''
          }`}
          onClick={
            onOpen && ((event: MouseEvent) => !isControl(event) && onOpen(row))
          }
        >
          {columns.map(column => (
            <TableCell
              key={column.id}
              align={column.align}
              onClick={
                column.control ? event => event.stopPropagation() : undefined
              }
              className={`${classes.cell} ${
                column.align ? classes.number : ''
              }`}
            >
              {column.render(row)}
            </TableCell>
          ))}
        </TableRow>
      ))}
    </TableFrame>
  );
}

/** Whether the click was for something else in the row, such as a link. */
function isControl(event: MouseEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('a, button, input, label') !== null
  );
}
