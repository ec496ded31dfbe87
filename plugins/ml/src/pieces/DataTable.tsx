import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { MouseEvent, ReactNode } from 'react';

/** One column: what its header says and what a cell shows. */
export interface DataColumn<T> {
  id: string;
  title: ReactNode;
  render: (row: T) => ReactNode;
  align?: 'right';
  /** In pixels; for a column of text that others would squeeze. */
  minWidth?: number;
  /** Holds a control; a click beside it does not open the row. */
  control?: boolean;
  /** The order its rows are in; false where it could be one, see `SortLabel`. */
  sortDirection?: 'asc' | 'desc' | false;
}

const useStyles = makeStyles(theme => ({
  scroll: {
    overflow: 'auto',
    maxHeight: '75vh',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  head: {
    backgroundColor: theme.palette.background.paper,
    padding: theme.spacing(1),
    wordBreak: 'normal',
    lineHeight: 1.43,
  },
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

/**
 * A dense table with a header that stays in view. It scrolls inside its own
 * box, which takes the keyboard for that.
 */
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
            {columns.map(column => (
              <TableCell
                key={column.id}
                align={column.align}
                sortDirection={column.sortDirection}
                className={classes.head}
                style={{ minWidth: column.minWidth }}
              >
                {column.title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <TableRow
              key={rowKey(row)}
              className={`${isSelected?.(row) ? classes.selected : ''} ${
                onOpen ? classes.opens : ''
              }`}
              onClick={
                onOpen &&
                ((event: MouseEvent) => !isControl(event) && onOpen(row))
              }
            >
              {columns.map(column => (
                <TableCell
                  key={column.id}
                  align={column.align}
                  onClick={
                    column.control
                      ? event => event.stopPropagation()
                      : undefined
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
        </TableBody>
      </Table>
    </div>
  );
}

/** Whether the click was for something else in the row, such as a link. */
function isControl(event: MouseEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('a, button, input, label') !== null
  );
}
